import { expect, test } from 'vitest';
import { NO_FILTER } from '@/server/protocol/words';
import { historyHref, isFiltered, monthHref, readQuery } from './query';

test('a query survives its address', () => {
  const query = {
    packId: 'oyster-panel',
    role: 'candidate',
    groupId: 'delivery',
    format: 'peer',
    from: Date.UTC(2026, 8, 30, 22),
    before: Date.UTC(2026, 9, 31, 23),
    person: 'Ada',
    words: 'payroll run',
    cursor: '1791988365000.rm_000000000001.r418207365',
    zone: 'Europe/Berlin',
    chosen: ['rm_000000000001/r418207365', 'ks_000000000002/r3'],
  } as const;
  const { searchParams } = new URL(historyHref(query), 'http://localhost');
  const search = { ...Object.fromEntries(searchParams), round: searchParams.getAll('round') };
  expect(search).toMatchObject({ from: '2026-10-01', to: '2026-10-31' });
  expect(readQuery(search)).toEqual(query);
  expect(isFiltered(query)).toBe(true);
  expect(historyHref({ ...NO_FILTER, cursor: null, zone: 'Europe/Berlin', chosen: [] })).toBe('/history');
});

test('a month has only the requested days', () => {
  const asked = (search: Record<string, string>) => {
    const { searchParams } = new URL(
      monthHref(Date.UTC(2026, 9, 14), readQuery({ ...search, words: 'payroll', after: 'a' })),
      'http://localhost',
    );
    return Object.fromEntries(searchParams);
  };
  expect(asked({})).toEqual({ from: '2026-10-01', to: '2026-10-31', words: 'payroll' });
  expect(asked({ from: '2026-10-10', to: '2026-12-24' })).toMatchObject({
    from: '2026-10-10',
    to: '2026-10-31',
  });
  expect(asked({ from: '2026-01-01', to: '2026-10-20' })).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-20',
  });
});

test('nonsense in an address is ignored', () => {
  const query = readQuery({
    pack: '',
    role: 'host',
    format: 'other',
    from: '2026-13-99',
    to: 'soon',
    person: ' ',
    after: ['a', 'b'],
    zone: 'Mars/Olympus',
    round: ['x', 'rm_1/r1', 'rm_000000000001/r0', 'rm_000000000001/r1/r2'],
  });
  expect(query).toEqual({ ...NO_FILTER, cursor: null, zone: 'UTC', chosen: [] });
  expect(isFiltered(query)).toBe(false);
});
