import { expect, onTestFinished, test } from 'vitest';
import { NO_FILTER } from '../protocol/words';
import { openRecord } from '../store/open';
import { lena } from '../testing/interview-script';
import { manyRounds } from '../testing/many-rounds';
import { playedRooms, principalIn } from '../testing/played-rooms';
import { tempFolder } from '../testing/temp-folder';

const ROUNDS = 2_000;

test('a history of 2,000 scorecards loads page by page, its trends by month, each scorecard once', async () => {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  await manyRounds(opened.db, ROUNDS);
  const { review } = await playedRooms(opened, []);
  const me = principalIn(lena);
  const found = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await review.history(me, { ...NO_FILTER, cursor, size: 100 });
    expect(page.entries.length).toBeLessThanOrEqual(100);
    for (const { roomId } of page.entries) found.add(roomId);
    cursor = page.next;
  } while (cursor);
  expect(found.size).toBe(ROUNDS);
  expect((await review.choices(me)).scorecards).toBe(ROUNDS);
  const { lines: trends, rounds } = await review.trends(me, NO_FILTER);
  expect(rounds).toEqual({ counted: 500, all: ROUNDS });
  expect(trends).toHaveLength(4);
  for (const { points } of trends) expect(points.length).toBeLessThanOrEqual(24);
  expect(
    (await review.history(me, { ...NO_FILTER, words: 'Panel 1999', cursor: null, size: 20 })).entries,
  ).toHaveLength(1);
});
