import { expect, test } from 'vitest';
import { sharesInWords } from './shares-in-words';

const share = (senior: number, staff: number) => ({
  questions: senior + staff,
  seconds: 180 * (senior + staff),
  levels: [
    { level: 'staff', count: staff },
    { level: 'senior', count: senior },
  ],
  more: 0,
});

test('what is alike for all is said once', () => {
  expect(sharesInWords([share(7, 2), share(7, 2)])).toEqual([
    'Each of you gets 9 questions, about 27 minutes: 7 senior, 2 staff.',
  ]);
});

test('else person by person, and without levels where the pack has none', () => {
  expect(sharesInWords([share(3, 1), { ...share(2, 2), levels: [] }])).toEqual([
    'Person 1: 4 questions, about 12 minutes: 3 senior, 1 staff',
    'Person 2: 4 questions, about 12 minutes',
  ]);
});
