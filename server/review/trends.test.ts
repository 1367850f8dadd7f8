import { expect, test } from 'vitest';
import { trendLines } from './trends';

const row = (month: number, change: object = {}) => ({
  round: `room-${month}/r1`,
  at: Date.UTC(2024, month, 15),
  groupId: 'delivery',
  title: 'Delivery',
  mean: 3,
  ratings: 2,
  raters: 2,
  isFile: false,
  ...change,
});

test('a point per round, and the competency’s latest name', () => {
  const [line, ...others] = trendLines([row(0), row(1, { title: 'Delivery and flow', mean: 4 })]);
  expect(others).toEqual([]);
  expect(line?.title).toBe('Delivery and flow');
  expect(line?.points.map(({ mean, rounds }) => [mean, rounds])).toEqual([
    [3, 1],
    [4, 1],
  ]);
});

test('with many rounds, a point per month, with each rating weighing the same', () => {
  const rows = Array.from({ length: 24 }, (_, month) => row(month));
  expect(trendLines(rows)[0]?.points).toHaveLength(24);
  const again = row(23, {
    round: 'room-23/r2',
    at: Date.UTC(2025, 11, 20),
    mean: 5,
    ratings: 6,
    raters: 3,
    isFile: true,
  });
  const points = trendLines([...rows, again])[0]?.points;
  expect(points).toHaveLength(24);
  expect(points?.at(-1)).toEqual({
    at: Date.UTC(2025, 11, 20),
    mean: 4.5,
    ratings: 8,
    raters: 5,
    rounds: 2,
    fromFiles: 1,
    round: null,
  });
});
