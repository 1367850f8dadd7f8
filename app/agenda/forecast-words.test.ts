import { expect, test } from 'vitest';
import { heardInWords, newInWords, sharesInWords } from './forecast-words';

const share = (senior: number, staff: number) => ({
  questions: senior + staff,
  seconds: 180 * (senior + staff),
  levels: [
    { level: 'staff', count: staff },
    { level: 'senior', count: senior },
  ],
  more: 0,
});

test('equal shares are described once', () => {
  expect(sharesInWords([share(7, 2), share(7, 2)])).toEqual([
    'Each of you gets 9 questions, about 27 minutes: 7 senior-level and 2 staff-level questions.',
  ]);
});

test('other shares are described one by one, without levels if the pack has none', () => {
  expect(sharesInWords([share(3, 1), { ...share(2, 2), levels: [] }])).toEqual([
    'Person 1: 4 questions, about 12 minutes: 3 senior-level and 1 staff-level question',
    'Person 2: 4 questions, about 12 minutes',
  ]);
});

const forecast = { items: 55, unheard: 55, heard: [], shares: [], repeats: 0, levels: [] };

test('it says what is new once some of the pack was heard', () => {
  expect(newInWords(forecast, 'you')).toBeNull();
  expect(newInWords({ ...forecast, unheard: 40 }, 'everybody here')).toBe(
    '40 of the pack’s 55 questions are new to everybody here, and nothing else is dealt.',
  );
  expect(newInWords({ ...forecast, unheard: 1 }, 'you')).toContain('1 of the pack’s 55 questions is new');
  expect(newInWords({ ...forecast, unheard: 20, repeats: 7 }, 'you')).toBe(
    '20 of the pack’s 55 questions are new to you. That is too few, so 7 that were heard before are dealt too.',
  );
});

test('for a led agenda it says how much of it the candidate has heard', () => {
  const met = { ...forecast, heard: ['a', 'b', 'z'] };
  expect(heardInWords(met, ['c', 'd'])).toBe('All of them are new to the candidate.');
  expect(heardInWords(met, ['a', 'c', 'b'])).toBe('The candidate has heard 2 of these 3 before.');
  expect(heardInWords(met, ['a', 'b'])).toBe('The candidate has heard all of them before.');
});
