import { expect, test } from 'vitest';
import { distanceInWords } from './warm-up-words';

test('the distance from the pack is said with its direction', () => {
  expect(distanceInWords(3, 3)).toBe('You gave 3, and so does the pack.');
  expect(distanceInWords(4, 3)).toBe('You gave 4; the pack gives 3, one point lower.');
  expect(distanceInWords(2, 5)).toBe('You gave 2; the pack gives 5, 3 points higher.');
});
