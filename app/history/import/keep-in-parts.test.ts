import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from '@/app/http';
import type { Keeping } from '@/server/protocol/taking-away';
import { openRecord } from '@/server/store/open';
import { interview } from '@/server/testing/interview';
import { lena, ROUND } from '@/server/testing/interview-script';
import { playedRooms, principalIn, wholeText } from '@/server/testing/played-rooms';
import { tempFolder } from '@/server/testing/temp-folder';
import { inParts } from './in-parts';
import { keepInParts, MOST_BYTES } from './keep-in-parts';

const HERE = { roomId: 'rm_interview000', roundId: ROUND };

test('a file of 2,000 scorecards is kept whole, in parts that the server takes', async () => {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  const { review } = await playedRooms(opened, [interview()]);
  const one = await wholeText(await review.exported(principalIn(lena), { rounds: [HERE] }, 'json'));
  const { rounds, ...rest } = JSON.parse(one ?? '');
  const [entry] = rounds;
  const copies = Array.from({ length: 2_000 }, (_, no) => {
    const room = { ...entry.scorecard.room, roomId: `rm_${String(no).padStart(12, '0')}` };
    return { ...entry, scorecard: { ...entry.scorecard, room } };
  });
  const text = JSON.stringify({ ...rest, rounds: copies });
  expect(text.length).toBeGreaterThan(MOST_BYTES);
  const me = principalIn('mb_owner0000000');
  const sizes: number[] = [];
  const send = async (part: string): Promise<Answer<Keeping>> => {
    sizes.push(Buffer.byteLength(part));
    const value = await review.kept.keep(me, part);
    return value ? { ok: true, value } : { ok: false, code: 'slow-down', message: 'slow down' };
  };
  expect(await keepInParts(text, send)).toMatchObject({ kept: 2_000, changed: 2_000, problems: [] });
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES);
});

test('parts have every scorecard once, in order, and are as large as they may be', () => {
  const file = { format: 'f', version: 1, rounds: ['aaaa', 'ä', 'bb', 'c'.repeat(50), 'd'] };
  const parts = inParts(JSON.stringify(file), 60) ?? [];
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    [1, 3],
    [4, 4],
    [5, 5],
  ]);
  expect(parts.flatMap(({ text }) => JSON.parse(text).rounds)).toEqual(file.rounds);
  for (const { text } of parts) expect(JSON.parse(text)).toMatchObject({ format: 'f', version: 1 });
  for (const text of ['', '[]', '{"rounds":1}', 'x'.repeat(99)]) expect(inParts(text, 60)).toBeNull();
});

test('what was kept before a problem is said beside it', async () => {
  const round = 'x'.repeat(9_000_000);
  const text = JSON.stringify({ format: 'f', version: 1, rounds: [round, round, round] });
  let sent = 0;
  const send = async (): Promise<Answer<Keeping>> => {
    sent += 1;
    const value = { kept: 1, alreadyThere: 0, changed: 0, unknown: 1, problems: [] };
    return sent === 1 ? { ok: true, value } : { ok: false, code: 'slow-down', message: 'Wait.' };
  };
  expect(await keepInParts(text, send)).toEqual({
    ...{ kept: 1, alreadyThere: 0, changed: 0, unknown: 1 },
    problems: ['Scorecard 2: Wait.'],
  });
  expect(sent).toBe(2);
});

test('a problem names a scorecard by its place in the whole file', async () => {
  const round = 'x'.repeat(9_000_000);
  const text = JSON.stringify({ format: 'f', version: 1, rounds: [round, round] });
  let sent = 0;
  const answer = await keepInParts(text, async () => {
    sent += 1;
    const problems = sent === 1 ? [] : ['Scorecard 1 is not as a Hotseat wrote it.'];
    return { ok: true, value: { kept: 0, alreadyThere: 0, changed: 0, unknown: 0, problems } };
  });
  expect(answer.problems).toEqual(['Scorecard 2 is not as a Hotseat wrote it.']);
});
