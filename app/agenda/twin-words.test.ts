import { expect, test } from 'vitest';
import { twinWords } from './twin-words';

const shared = { label: 'How would you page a list?', notWith: [] };
const question = { ...shared, id: 'paging', notWith: ['growing-list'] };
const exercise = { ...shared, id: 'growing-list', label: 'A list that grows' };

test('a remark names the item on the agenda that gives this one away, no matter which of the two names the other', () => {
  const words = (label: string) => `Too close to “${label}”, on the agenda: one answer gives the other away.`;
  expect(twinWords(question, [exercise], 'on the agenda')).toBe(words('A list that grows'));
  expect(twinWords(exercise, [question], 'on the agenda')).toBe(words('How would you page a list?'));
});

test('there is no remark for other items, or for the item itself', () => {
  expect(
    twinWords({ ...question, notWith: ['paging'] }, [{ ...shared, id: 'other' }, question], 'x'),
  ).toBeNull();
});
