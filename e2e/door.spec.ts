import { expect, test } from './fixtures/test';

test('who comes to the door is said to the host once, also with the list of people open', async ({
  host,
  priya,
  lee,
  jonas,
}) => {
  await host.opensARoom();
  const link = await host.link('panelist');
  const spoken = host.page.locator('[aria-live] > p');
  await priya.joins(link);
  await expect(spoken.filter({ hasText: 'Priya is at the door, for the panel.' })).toHaveCount(1);
  await host.letsIn('Priya');
  await jonas.joins(await host.link('candidate'));
  await host.letsIn('Jonas');
  await host.starts();
  await host.presses(/here$/);
  await lee.joins(link);
  await expect(host.page.getByRole('dialog').getByText('At the door')).toBeVisible();
  await expect(spoken.filter({ hasText: 'Lee is at the door' })).toHaveCount(1);
});

test('a second press on Enter decides nothing about the next at the door', async ({
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
  await expect(page.getByRole('heading', { name: 'At the door' })).toBeFocused();
  await letsInByKey('Lee');
  await jonas.joins(await host.link('candidate'));
  await host.letsIn('Jonas');
  await host.starts();

  for (const late of [noor, passerBy]) await late.joins(link);
  await host.sees(/^Sam is at the door/);
  await letsInByKey('Noor');
  await expect(page.getByRole('region', { name: 'To act on' })).toBeFocused();
  await host.sees(/^Sam is at the door/);
});
