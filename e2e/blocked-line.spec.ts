import { linkOf, opensARoom } from './fixtures/by-request';
import { startLedRound } from './fixtures/gather';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

/** As a network does that lets the request for an upgrade vanish. */
const swallowsWebSockets = ({ page }: Person) => page.routeWebSocket(/socket\.io/, () => {});

test('on a network that swallows WebSockets a person takes part all the same', async ({
  host,
  jonas,
  wired,
}) => {
  const priya = wired('Priya');
  await swallowsWebSockets(jonas);
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await jonas.sees('Question 1 of 10, from Mara');
  await jonas.takesAMoment();
  await host.sees('Jonas asked for a moment');
  await jonas.goesOn();
  await expect(jonas.page.getByText('Still connecting')).toHaveCount(0);
});

test('where nothing gets through a person is told what is in the way', async ({ priya, wired }) => {
  const host = wired('Mara');
  await opensARoom(host);
  const link = await linkOf(host, 'panelist');
  await swallowsWebSockets(priya);
  await priya.page.route(/socket\.io\/.*transport=polling/, () => {});
  await priya.joins(link);
  await priya.sees(
    'Your network may block live connections (WebSockets). Another network, such as your phone’s, may help.',
  );
});
