import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('a person whom the host removes is out at once, and stays out', async ({ host, priya, lee, wired }) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya, lee], candidate: jonas });
  const link = lee.cameBy;
  const room = lee.page.url();
  await host.pushesNext();
  // Their page is all there: what it still asked for, they would be told nothing of.
  await expect(lee.page.getByRole('searchbox', { name: 'Search the bank' })).toBeVisible();
  await lee.rates(1);
  await host.sees('1 of 3 rated');
  await host.page.getByRole('button', { name: /here$/ }).click();
  await host.removes('Lee');

  await lee.sees('The host removed you from this room');
  await lee.opens(link);
  await lee.sees('they can let you back in');
  await lee.opens(room);
  await lee.sees('The host removed you from this room');

  await host.page.getByRole('button', { name: 'Close' }).click();
  await host.sees('3 here');
  await priya.rates(3);
  await priya.sees('of 2 rated');
});

test('a person removed in the lobby is out at once, and their link is off', async ({
  host,
  priya,
  passerBy,
}) => {
  await opensARoom(host);
  const link = await linkOf(host, 'panelist');
  await takesASeat(priya, link);
  await host.removes('Priya');
  await priya.sees('The host removed you from this room');
  await passerBy.opens(link);
  await passerBy.sees('This link was turned off');
});
