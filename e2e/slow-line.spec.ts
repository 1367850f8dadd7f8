import { promptOf, questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import { secondsOver } from './fixtures/slow';
import { expect, test } from './fixtures/test';

/** The rate of a phone at the edge of a village. */
const POOR = { bitsPerSecond: 400_000, lagMs: 400 };
const PATIENCE_SECONDS = 5;
/** Round trips: TCP, the upgrade to a WebSocket, Socket.IO's greeting with the view, and the rating with its answer. */
const TURNS = 4;

test('over a poor connection a panelist is back in the room and rates within five seconds', async ({
  host,
  priya,
  wired,
}) => {
  const [lee, jonas] = [wired('Lee'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya, lee], candidate: jonas });
  await host.pushesNext();
  const [prompt] = (await questionsOf(host)).agenda;
  await priya.listensTo(promptOf(prompt));
  priya.line.becomesSlow(POOR);
  priya.frames.length = 0;

  await priya.reloads();
  await priya.listensTo(promptOf(prompt));
  await priya.rates(4);
  await host.sees('1 of 3 rated');

  // Computed from the bytes on the connection, so that this machine's load does not matter.
  const bytes = priya.frames.reduce((sum, frame) => sum + Buffer.byteLength(frame), 0);
  expect(secondsOver(POOR, bytes, TURNS)).toBeLessThan(PATIENCE_SECONDS);
  expect(bytes).toBeLessThan(20_000);
  // The bank may take its time, and no part of it is sent over the room's own connection.
  await priya.looksAt(promptOf((await questionsOf(host)).agenda[1]));
});
