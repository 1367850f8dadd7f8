import { describe, expect, test } from 'vitest';
import {
  isRateable,
  levelsApart,
  lineListInWords,
  listed,
  mayRate,
  maySteer,
  plannedSeconds,
  secondsOf,
  toCome,
  totalSeconds,
} from './rules';

const question = { kind: 'question', targetSeconds: null } as const;
const exercise = { kind: 'exercise', targetSeconds: null } as const;

test.each([
  [[], ''],
  [[7], 'line 7'],
  [[3, 4, 5], 'lines 3 to 5'],
  [[3, 4, 14], 'lines 3 to 4 and 14'],
  [[20, 3, 14, 15], 'lines 3, 14 to 15 and 20'],
])('the lines %j of an issue are only these: %s', (lines, words) => {
  expect(lineListInWords(lines)).toBe(words);
});

describe('rules that the room and its screens share', () => {
  test('[ASK-5] the host and the panelist who asked steer an ask, whatever role they had when they asked', () => {
    expect(maySteer('host', 'hana', 'pia')).toBe(true);
    expect(maySteer('panelist', 'pia', 'pia')).toBe(true);
    for (const audience of ['observer', 'candidate', 'waiting', null] as const)
      expect(maySteer(audience, 'pia', 'pia')).toBe(false);
    expect(maySteer('panelist', 'paul', 'pia')).toBe(false);
  });

  test('[RATE-3] only an ask that is not withdrawn, skipped or revealed accepts a first rating', () => {
    expect([isRateable('live', false), isRateable('closed', false)]).toEqual([true, true]);
    for (const status of ['skipped', 'withdrawn'] as const) expect(isRateable(status, false)).toBe(false);
    expect(isRateable('live', true)).toBe(false);
  });

  test('[RATE-1] observers can always rate, panelists if they are raters', () => {
    expect([mayRate('observer', false), mayRate('panelist', true), mayRate('host', false)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('[ASK-8] what is still to come is the agenda without every item that was asked, even if it was skipped or withdrawn', () => {
    const asks = [
      { itemId: 'b', status: 'withdrawn' },
      { itemId: 'c', status: 'skipped' },
    ] as const;
    expect(toCome(['a', 'b', 'c', 'd'], asks)).toEqual(['a', 'd']);
  });

  test('[CLOCK-1] a room’s time replaces a question’s, never an exercise’s', () => {
    expect([secondsOf(question, null), secondsOf({ ...question, targetSeconds: 240 }, null)]).toEqual([
      180, 240,
    ]);
    expect([secondsOf(question, 90), secondsOf(exercise, 90)]).toEqual([90, 600]);
    expect(totalSeconds([question, exercise], 90)).toBe(690);
  });

  test('nobody can tell how long unknown questions take if each has its own time', () => {
    expect([plannedSeconds(3, 120), plannedSeconds(3, null)]).toEqual([360, null]);
  });

  test('[SUGGEST-2] an unknown level is a level of its own', () => {
    expect(levelsApart('senior', 'junior')).toBe(2);
    expect([levelsApart('Stufe 2', 'stufe 2'), levelsApart('Stufe 2', 'Stufe 3')]).toEqual([0, 1]);
    expect(levelsApart('senior', null)).toBe(0);
  });
});

test('a list of people reads as a sentence', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
});
