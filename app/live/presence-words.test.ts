import { expect, test } from 'vitest';
import { presenceInWords } from './presence-words';

const now = 1_700_000_000_000;
const minute = 60_000;

test.each([
  [20_000, 'Away'],
  [2 * minute, 'Away 2 minutes'],
  [90 * minute, 'Away over an hour'],
])('a person who has been away for %i ms is: %s', (gone, words) =>
  expect(presenceInWords({ state: 'away', since: now - gone }, now)).toBe(words),
);

test('nobody is “here” before the server has told', () => {
  expect(presenceInWords({ state: 'here' }, now)).toBe('Here');
  expect(presenceInWords({ state: 'unknown', told: false }, now)).toBe('Connecting');
  expect(presenceInWords({ state: 'unknown', told: true }, now)).toBe('Can’t tell right now');
});
