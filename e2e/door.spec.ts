import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { expect, test } from './fixtures/test';

test('the host is told once about each person who is waiting, also with the list of people open', async ({
  host,
  wired,
}) => {
  const [priya, lee, jonas] = [wired('Priya'), wired('Lee'), wired('Jonas')];
  await opensARoom(host, { waitingRoom: true });
  const link = await linkOf(host, 'panelist');
  const spoken = host.page.locator('[aria-live] > p');
  await takesASeat(priya, link);
  await expect(spoken.filter({ hasText: 'Priya is waiting to join the panel.' })).toHaveCount(1);
  await host.letsIn('Priya');
  await takesASeat(jonas, await linkOf(host, 'candidate'));
  await host.letsIn('Jonas');
  await host.starts();
  await host.presses(/here$/);
  await takesASeat(lee, link);
  await expect(host.page.getByRole('dialog').getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await expect(spoken.filter({ hasText: 'Lee is waiting' })).toHaveCount(1);
});

test('a second press on Enter decides nothing about the next person who is waiting', async ({
  host,
  wired,
}) => {
  const [priya, lee, noor, jonas] = [wired('Priya'), wired('Lee'), wired('Noor'), wired('Jonas')];
  await opensARoom(host, { waitingRoom: true });
  const { page } = host;
  const link = await linkOf(host, 'panelist');
  const letsInByKey = async (name: string) => {
    await page.getByRole('button', { name: `Let ${name} in` }).focus();
    await page.keyboard.press('Enter');
  };
  for (const panelist of [priya, lee]) await takesASeat(panelist, link);
  await host.sees('Lee');
  await letsInByKey('Priya');
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeFocused();
  await letsInByKey('Lee');
  await takesASeat(jonas, await linkOf(host, 'candidate'));
  await host.letsIn('Jonas');
  await host.starts();

  for (const late of [noor, wired('Sam')]) await takesASeat(late, link);
  await host.sees(/^Sam is waiting/);
  await letsInByKey('Noor');
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeFocused();
  await host.sees(/^Sam is waiting/);
});
