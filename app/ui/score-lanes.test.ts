import { expect, test } from 'vitest';
import { along, lanes, roomFor, scoresInWords } from './score-lanes';

const point = (name: string, value: number | null) => ({ name, value });

test('equal scores stack, scores a whole point apart share a lane', () => {
  const placed = lanes([point('Priya', 4), point('Sam', 3), point('Li', 4), point('Ana', 5)], 1);
  expect(placed.map(({ name, lane }) => [name, lane])).toEqual([
    ['Sam', 0],
    ['Priya', 0],
    ['Li', 1],
    ['Ana', 0],
  ]);
});

test('labels of close means do not overlap', () => {
  const placed = lanes([point('a', 3.6), point('b', 3.7), point('c', 3.8)], 0.15);
  expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

test('a name takes the room that there is: none of its neighbours’, and none beyond the ends of the line', () => {
  const placed = lanes([point('a', 1), point('b', 2), point('c', 4), point('d', 4)], 0.95);
  expect(placed.map((one) => [one.name, roomFor(one, placed)])).toEqual([
    ['a', 19],
    ['b', 19],
    ['c', 38],
    ['d', 38],
  ]);
  const [end] = lanes([point('e', 5)], 0.95);
  expect(end && roomFor(end, [end])).toBe(24);
});

test('people who did not assess are named, not drawn', () => {
  const points = [
    point('Priya', null),
    { name: 'Sam', value: 4, was: 2 },
    { name: 'Noor', value: 3, self: true },
  ];
  expect(lanes(points, 1).map(({ name }) => name)).toEqual(['Noor', 'Sam']);
  expect(scoresInWords(points, 4)).toBe(
    'Priya: not assessed; Sam: 4, first 2; Noor, own rating: 3; mean 4.0.',
  );
});

test('nobody rated', () => expect(scoresInWords([], null)).toBe('No ratings.'));

test('the line runs from 10 to 90 percent', () => expect([1, 3, 5].map(along)).toEqual([10, 50, 90]));
