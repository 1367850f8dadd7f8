import { expect, test } from 'vitest';
import { aMine, aView } from '@/app/live/fake-link';
import type { ReplayKind } from '@/server/protocol/replay';
import { placeMarks } from './mark-lanes';
import type { Moment } from './moments';

const known: Moment['known'] = { audience: 'panelist', view: aView(), mine: aMine() };
const moment = (n: number, at: number, ...kinds: ReplayKind[]): Moment => ({ n, at, time: at, kinds, known });
const lanes = (moments: Moment[], chosen: ReplayKind | null = null) =>
  placeMarks(moments, { length: 100, placeOf: (at) => at }, chosen, 2).map(({ n, lane, kind }) => [
    n,
    lane,
    kind,
  ]);

test('large kinds are above the others, and no two marks of a lane touch', () => {
  const moments = [
    moment(1, 10, 'question', 'clock'),
    moment(2, 11, 'reveal'),
    moment(3, 11, 'note'),
    moment(4, 40, 'tick'),
  ];
  expect(lanes(moments)).toEqual([
    [1, 0, 'question'],
    [2, 1, 'reveal'],
    [3, 2, 'note'],
    [4, 1, 'tick'],
  ]);
});

test('where there is no room a mark is left out, unless it is of the chosen kind', () => {
  const moments = [moment(1, 10, 'tick'), moment(2, 10, 'star'), moment(3, 10, 'note')];
  expect(lanes(moments).map(([n]) => n)).toEqual([1, 2]);
  expect(lanes(moments, 'note').map(([n]) => n)).toEqual([1, 2, 3]);
});

test('several marks of a kind in one place are one mark', () => {
  const moments = [moment(1, 10, 'verdict'), moment(2, 11, 'verdict'), moment(3, 13, 'verdict')];
  expect(lanes(moments).map(([n]) => n)).toEqual([1, 3]);
});

test('a moment of several kinds has the mark of the chosen one', () => {
  expect(lanes([moment(1, 10, 'reveal', 'rating')], 'rating')).toEqual([[1, 1, 'rating']]);
});
