import { expect, test } from 'vitest';
import { allRatedInWords, distanceInWords } from './warm-up-words';

test('the distance from the pack is said with its direction', () => {
  expect(distanceInWords(3, 3)).toBe('You gave 3, and so does the pack.');
  expect(distanceInWords(4, 3)).toBe('You gave 4; the pack gives 3, one point lower.');
  expect(distanceInWords(2, 5)).toBe('You gave 2; the pack gives 5, 3 points higher.');
});

test('two raters are told why they see no spread', () => {
  expect(allRatedInWords(1)).not.toContain('apart');
  expect(allRatedInWords(2)).toContain('only when both agree');
  expect(allRatedInWords(3)).toContain('how far apart they are');
});
