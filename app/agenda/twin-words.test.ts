import { expect, test } from 'vitest';
import { twinWords } from './twin-words';

const shared = { label: 'How would you page a list?', notWith: [] };
const question = { ...shared, id: 'paging', notWith: ['growing-list'] };
const exercise = { ...shared, id: 'growing-list', label: 'A list that grows' };

test('an item that one on the agenda gives away is said to be, whichever of the two names the other', () => {
  const words = (label: string) => `Too close to “${label}”, on the agenda: one answer gives the other away.`;
  expect(twinWords(question, [exercise], 'on the agenda')).toBe(words('A list that grows'));
  expect(twinWords(exercise, [question], 'on the agenda')).toBe(words('How would you page a list?'));
});

test('nothing is said of an item beside others, or beside itself', () => {
  expect(
    twinWords({ ...question, notWith: ['paging'] }, [{ ...shared, id: 'other' }, question], 'x'),
  ).toBeNull();
});
