import { expect, test } from 'vitest';
import { Waits } from './waits';

test('each wait is about twice as long as the one before, up to a limit, and short again after a success', () => {
  const waits = new Waits({ first: 500, most: 3_000 }, () => 1);
  expect([1, 2, 3, 4, 5].map(() => waits.next())).toEqual([500, 1_000, 2_000, 3_000, 3_000]);
  waits.worked();
  expect(waits.next()).toBe(500);
});

test('people who lost the connection together do not return together', () => {
  const waits = Array.from({ length: 200 }, () => new Waits({ first: 1_000, most: 3_000 }).next());
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  const within = (from: number) => waits.filter((ms) => ms >= from && ms < from + 100).length;
  for (const from of [500, 600, 700, 800, 900]) expect(within(from)).toBeGreaterThan(0);
});
