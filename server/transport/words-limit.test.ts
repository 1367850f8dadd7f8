import { expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { createWordsLimit, lengthOfWords, WORDS } from './words-limit';

const note = (text: string) =>
  ({ type: 'WriteNote', askId: 'a1', noteId: 'note-0001', text, atMs: 1, share: 'none' }) as const;

test('every long command counts, in characters of any script, and no short one', () => {
  const items = Array.from({ length: LIMITS.agenda }, (_, index) => `group-${index}-question-of-some-length`);
  expect(lengthOfWords({ type: 'SetAgenda', items })).toBeGreaterThan(2_000);
  expect(lengthOfWords(note('語'.repeat(1_000)))).toBe(lengthOfWords(note('a'.repeat(1_000))));
  expect(lengthOfWords({ type: 'SubmitRating', askId: 'a1', value: 3 })).toBe(0);
  expect(lengthOfWords({ type: 'SetReady', ready: true })).toBe(0);
});

test('a person who types without a pause is within the limit; one who rewrites as fast as possible must wait', async () => {
  const may = createWordsLimit();
  const full = lengthOfWords(note('n'.repeat(LIMITS.note)));
  for (let second = 0; second < WORDS.seconds; second += 1) expect(await may('room/typist', full)).toBe(true);
  let kept = 0;
  while (await may('room/flood', full)) kept += full;
  expect(kept).toBeLessThanOrEqual(WORDS.points);
  expect(await may('room/flood', full)).toBe(false);
  // What was turned away did not count.
  expect(await may('room/flood', WORDS.points - kept)).toBe(true);
  expect(await may('room/somebody else', full)).toBe(true);
});
