import { expect, test } from 'vitest';
import { darkPath } from './qr-path';

test('the path has a square for each dark module, at its column and row', () => {
  expect(darkPath([1, 0, 0, 1], 2)).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
  expect(darkPath([0, 0, 0, 0], 2)).toBe('');
});
