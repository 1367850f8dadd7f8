import { describe, expect, test } from 'vitest';
import { codeInWords, heardInWords, newInWords, sharesInWords } from './forecast-words';

const share = (senior: number, staff: number) => ({
  questions: senior + staff,
  exercises: 0,
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

const forecast = { items: 55, unheard: 55, heard: [], shares: [], repeats: 0, code: null, levels: [] };

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

test('a share says how many code exercises it has', () => {
  expect(sharesInWords([{ ...share(7, 2), exercises: 1, seconds: 2340 }])).toEqual([
    'Each of you gets 9 questions and 1 code exercise, about 39 minutes: 7 senior-level and 2 staff-level questions.',
  ]);
});

describe('whether the exercises are enough', () => {
  const said = (
    code: { exercises: number; left: number; places: number },
    people: number,
    each: number,
    planned = code.places,
  ) => {
    const shares = Array.from({ length: people }, () => ({ ...share(2, 0), exercises: each }));
    return codeInWords({ ...forecast, shares, code }, planned, 'everybody here');
  };

  test('is said for the number of people, and up to which number they are', () => {
    const three = { exercises: 3, left: 3, places: 1 };
    expect(said(three, 3, 1)).toBe('This pack has 3 exercises: enough for one each with up to 3 of you.');
    expect(said(three, 4, 0)).toBe(
      'This pack has 3 exercises: enough for one each with 3 of you, none with 4.',
    );
    expect(said({ ...three, left: 2 }, 3, 0)).toBe(
      '2 of the pack’s 3 exercises are new to everybody here: enough for one each with 2 of you, none with 3.',
    );
    expect(said({ ...three, left: 1 }, 3, 0)).toBe(
      '1 of the pack’s 3 exercises is new to everybody here: too few for one each, so nobody gets one.',
    );
    expect(said({ ...three, left: 0 }, 3, 0)).toBe(
      'None of the pack’s 3 exercises is new to everybody here, so nobody gets one.',
    );
  });

  test('is said for several places, too', () => {
    const five = { exercises: 5, left: 5, places: 2 };
    expect(said(five, 2, 2)).toBe('This pack has 5 exercises: enough for two each with up to 2 of you.');
    expect(said(five, 4, 1)).toBe(
      'This pack has 5 exercises: enough for one each with 4 of you, not for two.',
    );
  });

  test('has other reasons, too', () => {
    expect(said({ exercises: 0, left: 0, places: 1 }, 3, 0)).toBe(
      'This pack has no code exercises, so nobody gets one.',
    );
    expect(said({ exercises: 5, left: 5, places: 0 }, 3, 0, 1)).toBe(
      'Nobody gets more code exercises than the first of you had.',
    );
  });

  test('is not said where no plan wants one', () => {
    expect(said({ exercises: 5, left: 5, places: 0 }, 3, 0)).toBeNull();
    expect(codeInWords(forecast, 1, 'you')).toBeNull();
  });
});
