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
  people: ['ada', 'bo'],
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
    people: ['bo', 'cy', 'di'],
  });
  const points = trendLines([...rows, again])[0]?.points;
  expect(points).toHaveLength(24);
  expect(points?.at(-1)).toEqual({
    at: Date.UTC(2025, 11, 20),
    mean: 4.5,
    ratings: 8,
    raters: 4,
    rounds: 2,
    fromFiles: 0,
    round: null,
  });
});

test('a rater in a round that came from a file may be a person who is counted already', () => {
  const rows = Array.from({ length: 25 }, (_, month) => row(month));
  const other = row(24, { round: 'room-24/r2', isFile: true });
  const points = trendLines([...rows, other])[0]?.points ?? [];
  expect(points.map(({ raters }) => raters).slice(-2)).toEqual([2, null]);
  expect(trendLines([other])[0]?.points[0]?.raters).toBe(2);
});
