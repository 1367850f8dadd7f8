import { expect, test } from 'vitest';
import { originOf, packName } from './pack-name';

const shipped = { id: 'oyster', title: 'Oyster panel', groups: [], questions: 1, exercises: 0 };
const kept = { ...shipped, id: 'own-1', no: 1, updatedAt: 0, copy: null, until: null };

test('a copy is marked as one until it has its own title, and then shows its original', () => {
  expect([shipped, kept].map(packName)).toEqual(['Oyster panel', 'Oyster panel']);
  const first = { ...kept, copy: { of: 'Oyster panel', no: 1 } };
  const third = { ...kept, copy: { of: 'Oyster panel', no: 3 } };
  expect([first, third].map(packName)).toEqual(['Copy of Oyster panel', 'Copy 3 of Oyster panel']);
  const renamed = { ...first, title: 'Our panel' };
  expect(packName(renamed)).toBe('Our panel');
  expect([kept, first, renamed].map(originOf)).toEqual([null, null, 'Oyster panel']);
});
