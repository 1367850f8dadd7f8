import { expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { createWordsLimit, lengthOfWords, WORDS } from './words-limit';

const note = (text: string) =>
  ({ type: 'WriteNote', askId: 'a1', noteId: 'note-0001', text, atMs: 1, share: 'none' }) as const;
const full = lengthOfWords(note('n'.repeat(LIMITS.note)));
const rating = lengthOfWords({ type: 'SubmitRating', askId: 'a1', value: 3 });
const who = (principalId: string, roomId = 'room') => ({ roomId, principalId });

test('every command counts, in characters of any script, without the text from which its author went on', () => {
  const items = Array.from({ length: LIMITS.agenda }, (_, index) => `group-${index}-question-of-some-length`);
  expect(lengthOfWords({ type: 'SetAgenda', items })).toBeGreaterThan(2_000);
  expect(lengthOfWords(note('語'.repeat(1_000)))).toBe(lengthOfWords(note('a'.repeat(1_000))));
  expect(lengthOfWords({ ...note('a'), base: 'b'.repeat(1_000) })).toBe(lengthOfWords(note('a')));
});

test('a person who types without a pause is within the limit; one who rewrites as fast as possible must wait', async () => {
  const may = createWordsLimit();
  for (let second = 0; second < WORDS.seconds; second += 1) expect(await may(who('typist'), full)).toBe(true);
  let kept = 0;
  while (await may(who('flood'), full)) kept += full;
  expect(kept).toBeLessThanOrEqual(WORDS.person);
  expect(await may(who('flood'), full)).toBe(false);
  // What was turned away did not count.
  expect(await may(who('flood'), WORDS.person - kept)).toBe(true);
  expect(await may(who('somebody else'), full)).toBe(true);
});

test('a rating does not wait for a long text, but as many short commands as no hand can send do', async () => {
  const may = createWordsLimit();
  while (await may(who('flood'), full));
  for (let count = 0; count < 1_000; count += 1) expect(await may(who('flood'), rating)).toBe(true);
  let more = 0;
  while (await may(who('flood'), rating)) more += 1;
  expect(more * rating).toBeLessThan(full);
});

test('many people together fill their room, and no other one', async () => {
  const may = createWordsLimit();
  let kept = 0;
  for (let person = 0; person < 60; person += 1) while (await may(who(`guest ${person}`), full)) kept += full;
  expect(kept).toBeGreaterThan(5 * WORDS.person);
  expect(kept).toBeLessThanOrEqual(WORDS.room);
  expect(await may(who('guest 59', 'another room'), full)).toBe(true);
});
