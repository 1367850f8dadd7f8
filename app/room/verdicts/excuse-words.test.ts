import { expect, test } from 'vitest';
import { excuseWords, opensByExcuse } from './excuse-words';

test('the host is asked before the excuse that leaves no verdict missing', () => {
  expect(opensByExcuse({ in: 2, of: 3, excused: [] })).toBe(true);
  expect(opensByExcuse({ in: 1, of: 3, excused: ['mb_paul'] })).toBe(true);
  expect(opensByExcuse({ in: 1, of: 3, excused: [] })).toBe(false);
  // With no verdict there is nothing to open.
  expect(opensByExcuse({ in: 0, of: 1, excused: [] })).toBe(false);
});

test('the question names the person, the count, and that it is final', () => {
  const { title, text } = excuseWords('Pia', { in: 2, of: 3, excused: [] });
  expect(title).toBe('Open the verdicts without Pia’s?');
  expect(text).toContain('2 of 3 verdicts are in.');
  expect(text).toContain('Open verdicts stay open.');
});
