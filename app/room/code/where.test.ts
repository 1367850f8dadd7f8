import { expect, test } from 'vitest';
import { whereInWords } from './where';

test('lines that have moved are told as they were and as they are', () => {
  expect(whereInWords([7], undefined)).toBe('line 7');
  expect(whereInWords([7], [7])).toBe('line 7');
  expect(whereInWords([7], [12])).toBe('line 7, now 12');
  expect(whereInWords([3, 4], [6, 5])).toBe('lines 3 to 4, now 5 to 6');
  expect(whereInWords([7], [])).toBe('line 7, no longer there');
});
