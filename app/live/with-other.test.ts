import { expect, test } from 'vitest';
import { toSave, withOther } from './with-other';

test('of two windows in which one person reflects, neither loses its words', () => {
  expect(withOther('', '', 'mine')).toBe('mine');
  expect(withOther('', 'from the phone', 'mine')).toBe('from the phone\n\nmine');
  expect(withOther('So:', 'So: from the phone.', 'So: mine.')).toBe('So: from the phone. mine.');
  expect(withOther('old start', 'old start, phone', 'new start')).toBe('old start, phone\n\nnew start');
  expect(withOther('', 'half', 'half a sentence')).toBe('half a sentence');
});

test('of two windows that give feedback, neither erases what the other has saved', () => {
  expect(toSave('', 'from the laptop', '')).toBe('from the laptop');
  expect(toSave('old', 'old, and the laptop', 'old')).toBe('old, and the laptop');
  expect(toSave('old', 'old', 'mine')).toBe('mine');
  expect(toSave('old', 'old', '')).toBe('');
  expect(toSave('', 'from the laptop', 'mine')).toBe('from the laptop\n\nmine');
  // After a reload nobody knows where the typing began.
  expect(toSave(undefined, 'saved', 'mine')).toBe('mine');
});
