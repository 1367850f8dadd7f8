import { expect, test } from 'vitest';
import { interview } from '../testing/interview';
import { lena, priya, ROUND } from '../testing/interview-script';
import { type LoggedEvent, replayOf } from './replay';
import { createReplays } from './replay-cache';

const log = interview().map(
  (step, index): LoggedEvent => ({ ...step, seq: index + 1, commandId: `command-${index}` }),
);
const wish = { roomId: 'rm_interview000', roundId: ROUND, memberId: priya };

function replays() {
  const now = { seq: log.length, loads: 0, fails: false };
  const replay = createReplays(
    async () => {
      now.loads += 1;
      if (now.fails) throw new Error('the record is away');
      return log;
    },
    async () => now.seq,
  );
  return { now, replay };
}

test('a replay is made once per viewer, however many people ask at once, and is the same', async () => {
  const { now, replay } = replays();
  const [first, second] = await Promise.all([replay(wish), replay(wish)]);
  expect(first).toEqual(replayOf(log, ROUND, priya));
  expect(second).toBe(first);
  expect(await replay(wish)).toBe(first);
  expect(now.loads).toBe(1);
  expect(await replay({ ...wish, memberId: lena })).toEqual(replayOf(log, ROUND, lena));
  expect(now.loads).toBe(2);
});

test('it is made again after something happened in the room, and after it failed', async () => {
  const { now, replay } = replays();
  await replay(wish);
  now.seq += 1;
  now.fails = true;
  await expect(replay(wish)).rejects.toThrow('away');
  now.fails = false;
  expect(await replay(wish)).not.toBeNull();
  expect(now.loads).toBe(3);
});

test('only a few are made at once, and the others get their turn', async () => {
  let loading = 0;
  let most = 0;
  const replay = createReplays(
    async () => {
      loading += 1;
      most = Math.max(most, loading);
      await new Promise((resolve) => setImmediate(resolve));
      loading -= 1;
      return log;
    },
    async () => log.length,
  );
  const wishes = Array.from({ length: 6 }, (_, no) => ({ ...wish, roomId: `rm_${no}` }));
  const made = await Promise.allSettled(wishes.map(replay));
  expect(most).toBe(2);
  expect(made.every(({ status }) => status === 'fulfilled')).toBe(true);
});
