import { expect, test } from 'vitest';
import { byMonth } from './months';

test('what is held around midnight is in the month of the reader’s own calendar', () => {
  const all = [Date.UTC(2026, 10, 2), Date.UTC(2026, 9, 31, 23, 30), Date.UTC(2026, 9, 31, 12)].map((at) => ({
    at,
  }));
  const counts = (zone: string) => byMonth(all, zone).map(({ month, entries }) => [month, entries.length]);
  expect(counts('UTC')).toEqual([
    ['November 2026', 1],
    ['October 2026', 2],
  ]);
  expect(counts('Europe/Berlin')).toEqual([
    ['November 2026', 2],
    ['October 2026', 1],
  ]);
});
