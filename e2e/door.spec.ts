import { expect, test } from './fixtures/test';

test('the host is told once about each person who is waiting, also with the list of people open', async ({
  host,
  priya,
  lee,
  jonas,
}) => {
  await host.opensARoom();
  const link = await host.link('panelist');
  const spoken = host.page.locator('[aria-live] > p');
  await priya.joins(link);
  await expect(spoken.filter({ hasText: 'Priya is waiting to join the panel.' })).toHaveCount(1);
  await host.letsIn('Priya');
  await jonas.joins(await host.link('candidate'));
  await host.letsIn('Jonas');
  await host.starts();
  await host.presses(/here$/);
  await lee.joins(link);
  await expect(host.page.getByRole('dialog').getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await expect(spoken.filter({ hasText: 'Lee is waiting' })).toHaveCount(1);
});

test('a second press on Enter decides nothing about the next person who is waiting', async ({
  host,
  priya,
  lee,
  noor,
  jonas,
  passerBy,
}) => {
  await host.opensARoom();
  const { page } = host;
  const link = await host.link('panelist');
  const letsInByKey = async (name: string) => {
    await page.getByRole('button', { name: `Let ${name} in` }).focus();
    await page.keyboard.press('Enter');
  };
  for (const panelist of [priya, lee]) await panelist.joins(link);
  await host.sees('Lee');
  await letsInByKey('Priya');
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeFocused();
  await letsInByKey('Lee');
  await jonas.joins(await host.link('candidate'));
  await host.letsIn('Jonas');
  await host.starts();

  for (const late of [noor, passerBy]) await late.joins(link);
  await host.sees(/^Sam is waiting/);
  await letsInByKey('Noor');
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeFocused();
  await host.sees(/^Sam is waiting/);
});
