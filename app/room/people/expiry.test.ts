import { expect, test } from 'vitest';
import { expiryInWords } from './expiry';

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
