import { expect, test } from 'vitest';
import { LIMITS } from '@/server/protocol/words';
import { keptAs } from './use-reflection';

const typing = { begun: true, typing: true, rejected: false, length: 12 };

test('a reflection is only called on its way while it really is', () => {
  expect(keptAs({ ...typing, begun: false, typing: false, length: 0 })).toBe('not-begun');
  expect(keptAs(typing)).toBe('on-its-way');
  expect(keptAs({ ...typing, typing: false })).toBe('sent');
  expect(keptAs({ ...typing, rejected: true })).toBe('rejected');
  expect(keptAs({ ...typing, length: LIMITS.reflection })).toBe('on-its-way');
  expect(keptAs({ ...typing, length: LIMITS.reflection + 1 })).toBe('too-long');
});
