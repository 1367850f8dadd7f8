import { describe, expect, test } from 'vitest';
import { beginning, clock, day, duration, initials, leftInWords, moment, plural, score } from './format';

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [134_000, '2:14'],
  [3_729_000, '1:02:09'],
  [-5, '0:00'],
])('%i ms is %s on the clock', (ms, words) => expect(clock(ms)).toBe(words));

test.each([
  [180_000, 'about three minutes left'],
  [125_000, 'about two minutes left'],
  [70_000, 'about one minute left'],
  [54_000, 'about one minute left'],
  [53_000, 'under a minute left'],
  [20_000, 'a few seconds left'],
  [0, 'time to wrap up'],
  [-40_000, 'time to wrap up'],
  [720_000, 'about 12 minutes left'],
])('%i ms left is said as "%s"', (ms, words) => expect(leftInWords(ms)).toBe(words));

test.each([
  [1_000, '1 second'],
  [45_000, '45 seconds'],
  [180_000, '3 minutes'],
  [3_600_000, '1 h'],
  [4_800_000, '1 h 20 min'],
])('%i ms lasts %s', (ms, words) => expect(duration(ms)).toBe(words));

test('a count and its noun agree', () => {
  expect([0, 1, 3].map((n) => plural(n, 'rating'))).toEqual(['0 ratings', '1 rating', '3 ratings']);
  expect(plural(2, 'person', 'people')).toBe('2 people');
});

test('not assessed is words, never 0', () => {
  expect(score(null)).toBe('not assessed');
  expect(score(3.666)).toBe('3.7');
});

describe('the day', () => {
  const now = Date.UTC(2026, 10, 22, 9);
  test.each([
    [Date.UTC(2026, 10, 22, 0), 'today'],
    [Date.UTC(2026, 10, 21, 23, 59), 'yesterday'],
    [Date.UTC(2026, 10, 19, 12), '3 days ago'],
    [Date.UTC(2026, 2, 12), '12 Mar'],
    [Date.UTC(2025, 2, 12), '12 Mar 2025'],
  ])('%i is %s', (then, words) => expect(day(then, now, 'UTC')).toBe(words));

  test('the day changes at midnight in the given time zone', () => {
    const late = Date.UTC(2026, 10, 21, 23, 30);
    expect(day(late, now, 'Europe/Berlin')).toBe('today');
    expect(moment(late, now, 'Europe/Berlin')).toBe('today at 00:30');
    const twice = Date.UTC(2026, 9, 25, 0, 30);
    expect(moment(twice, twice, 'Europe/Berlin')).toMatch(/^today at 02:30 (CEST|GMT\+2)$/);
  });
});

test.each([
  ['Priya Nair', 'PN'],
  ['li', 'L'],
  ['Ana María de la Cruz', 'AC'],
  ['  ', '?'],
])('%s has the initials %s', (name, letters) => expect(initials(name)).toBe(letters));

test.each([
  ['Short enough', 'Short enough'],
  ['How do you keep a deploy reversible?', 'How do you keep a…'],
  ['Unbrokenandneverending', 'Unbrokenandneverend…'],
  ['🧪'.repeat(30), `${'🧪'.repeat(19)}…`],
])('"%s" begins with "%s"', (text, words) => expect(beginning(text, 20)).toBe(words));
