import { expect, test } from 'vitest';
import { historyHref, readQuery } from './query';

test('an address and what it asks for say the same', () => {
  const query = {
    packId: 'oyster-panel',
    role: 'candidate',
    cursor: '1791988365000.rm_000000000001.r1',
  } as const;
  const search = Object.fromEntries(new URL(historyHref(query), 'http://localhost').searchParams);
  expect(readQuery(search)).toEqual(query);
  expect(historyHref({ packId: null, role: null, cursor: null })).toBe('/history');
});

test('what makes no sense counts as not said', () => {
  expect(readQuery({ pack: '', role: 'host', after: ['a', 'b'] })).toEqual({
    packId: null,
    role: null,
    cursor: null,
  });
});
