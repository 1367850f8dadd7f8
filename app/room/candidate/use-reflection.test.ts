import { expect, test } from 'vitest';
import { LIMITS } from '@/server/protocol/words';
import { keptAs, withOther } from './use-reflection';

const typing = { begun: true, typing: true, rejected: false, length: 12 };

test('a reflection is only called on its way while it really is', () => {
  expect(keptAs({ ...typing, begun: false, typing: false, length: 0 })).toBe('not-begun');
  expect(keptAs(typing)).toBe('on-its-way');
  expect(keptAs({ ...typing, typing: false })).toBe('sent');
  expect(keptAs({ ...typing, rejected: true })).toBe('rejected');
  expect(keptAs({ ...typing, length: LIMITS.reflection })).toBe('on-its-way');
  expect(keptAs({ ...typing, length: LIMITS.reflection + 1 })).toBe('too-long');
});

test('of two windows in which one person reflects, neither loses its words', () => {
  expect(withOther('', '', 'mine')).toBe('mine');
  expect(withOther('', 'from the phone', 'mine')).toBe('from the phone\n\nmine');
  expect(withOther('So:', 'So: from the phone.', 'So: mine.')).toBe('So: from the phone. mine.');
  expect(withOther('old start', 'old start, phone', 'new start')).toBe('old start, phone\n\nnew start');
  expect(withOther('', 'half', 'half a sentence')).toBe('half a sentence');
});
