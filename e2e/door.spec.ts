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
