import { expect, test } from 'vitest';
import type { Mark } from '../protocol/words';
import { countPoints, panelMark } from './point-ledger';

test.each<[Mark[], Mark | null]>([
  [[], null],
  [['missed'], 'missed'],
  [['heard', 'heard', 'missed'], 'heard'],
  [['heard', 'missed', 'missed'], 'missed'],
  [['heard', 'missed'], 'partial'],
  [['heard', 'partial'], 'partial'],
  [['heard', 'partial', 'missed'], 'partial'],
  [['heard', 'heard', 'partial', 'missed'], 'partial'],
])('a panel that ticked %j counts the point as %s', (marks, counted) => {
  expect(panelMark(marks)).toBe(counted);
});

test('a point that nobody ticked is unmarked, and not missed', () => {
  expect(countPoints(['heard', null, 'missed', 'heard'])).toEqual({
    heard: 2,
    partial: 0,
    missed: 1,
    unmarked: 1,
  });
});
