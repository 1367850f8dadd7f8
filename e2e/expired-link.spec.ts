import { linkOf, opensARoom } from './fixtures/by-request';
import { test } from './fixtures/test';

test.use({ timeTravel: 'days' });

const EIGHT_DAYS_MS = 8 * 24 * 3_600_000;

test('a link that was not used in time says so', async ({ passerBy, server, wired }) => {
  const host = wired('Mara');
  await opensARoom(host);
  const link = await linkOf(host, 'panelist');
  await passerBy.opens(link);
  await passerBy.sees('You are on the panel');
  await server.passes(EIGHT_DAYS_MS);
  await passerBy.opens(link);
  await passerBy.sees('This link has expired');
});
