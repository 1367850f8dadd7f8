import { expect, test } from 'vitest';
import { awayInWords, expiryInWords } from './expiry';

const now = 1_700_000_000_000;
const minute = 60_000;

test.each([
  [0, 'expired'],
  [30_000, 'expires within a minute'],
  [minute, 'expires in 1 minute'],
  [3 * 60 * minute, 'expires in 3 hours'],
  [47 * 60 * minute, 'expires in 47 hours'],
  [7 * 24 * 60 * minute, 'expires in 7 days'],
])('a link with %i ms left %s', (left, words) => expect(expiryInWords(now + left, now)).toBe(words));

test.each([
  [20_000, 'Away'],
  [2 * minute, 'Away 2 minutes'],
  [90 * minute, 'Away over an hour'],
])('somebody gone for %i ms is said to be: %s', (gone, words) =>
  expect(awayInWords(now - gone, now)).toBe(words),
);
