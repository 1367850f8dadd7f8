import { expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { bytesOfWords, createWordsLimit, WORDS } from './words-limit';

const note = (text: string) =>
  ({ type: 'WriteNote', askId: 'a1', noteId: 'note-0001', text, atMs: 1, share: 'none' }) as const;

test('only handwritten text counts, in bytes', () => {
  expect(bytesOfWords(note('é'))).toBe(2);
  expect(bytesOfWords({ type: 'SendMessage', roundId: 'r1', text: 'four' })).toBe(4);
  expect(bytesOfWords({ type: 'SetReady', ready: true })).toBe(0);
});

test('a person who types without a pause is within the limit; one who rewrites as fast as possible must wait', async () => {
  const may = createWordsLimit();
  const full = bytesOfWords(note('n'.repeat(LIMITS.note)));
  for (let second = 0; second < WORDS.seconds; second += 1) expect(await may('room/typist', full)).toBe(true);
  let kept = 0;
  while (await may('room/flood', full)) kept += full;
  expect(kept).toBeLessThanOrEqual(WORDS.points);
  expect(await may('room/somebody else', full)).toBe(true);
});
