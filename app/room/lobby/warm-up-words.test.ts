import { expect, test } from 'vitest';
import { allRatedInWords, distanceInWords, warmedUpInWords } from './warm-up-words';

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

test('a warm-up is dated by the calendar of its reader', () => {
  // On the coast of California: 15:30 and 18:00 of one day, which ended in London in between.
  const [at, now] = [Date.parse('2026-12-07T23:30Z'), Date.parse('2026-12-08T02:00Z')];
  expect(warmedUpInWords(at, now, 'America/Los_Angeles')).toContain('with this pack today.');
  expect(warmedUpInWords(at, now, 'Europe/London')).toContain('with this pack yesterday.');
});
