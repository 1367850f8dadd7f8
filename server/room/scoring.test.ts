import { describe, expect, test } from 'vitest';
import { by, type Happened, idOf, stateOf } from '../testing/given';
import { asked, rated, revealed } from '../testing/stories';
import type { RoomEvent } from './core/events';
import type { Ask } from './core/state';
import { averageDeviation, disputedPoints, FLAGGED_AD, mean, range, revealStats } from './scoring';

const _reveal = { type: 'RevealRatings', askId: 'a1' } as const;
const panel = ['hana', 'pia', 'paul'].map(idOf);
const opens = (members = panel): RoomEvent => ({ type: 'AskRevealed', askId: 'a1', panel: members });
const tick = (name: string, pointId: string, mark: 'heard' | 'missed' | 'partial') =>
  by(name, { type: 'PointMarked', askId: 'a1', pointId, mark });

function askOf(...history: Happened[][]): Ask {
  const ask = stateOf(...history).rounds[0]?.asks[0];
  if (!ask) throw new Error('nothing was asked');
  return ask;
}

describe('what a reveal says', () => {
  test('[REVEAL-4] the plain mean of the first ratings, and the mean after the second ratings', () => {
    const moved = by('hana', { type: 'RatedAgain', askId: 'a1', value: 4 });
    expect(revealStats(askOf(revealed(), moved))).toMatchObject({ mean: 10 / 3, secondMean: 4 });
  });

  test('[REVEAL-4] range and average deviation, from two ratings on', () => {
    expect(mean([2, 4, 4])).toBeCloseTo(10 / 3);
    expect(range([2, 4, 4])).toBe(2);
    expect(averageDeviation([2, 4, 4])).toBeCloseTo(8 / 9);
    expect([mean([]), range([3]), averageDeviation([3])]).toEqual([null, null, null]);
  });

  test('[REVEAL-4] flagged from range 2, or an average deviation above 5/6', () => {
    const flagged = (...values: number[]) =>
      revealStats({
        ...askOf(revealed()),
        first: Object.fromEntries(values.map((value, index) => [panel[index] ?? '', { value, at: 0 }])),
      }).flagged;
    expect([flagged(3, 3, 3), flagged(3, 4, 3), flagged(2, 4, 3), flagged(1, 5), flagged(4)]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(FLAGGED_AD).toBeCloseTo(0.8333);
  });

  test('[REVEAL-4] a flagged disagreement is “heard differently” if ticks differ, or else “weighed differently”', () => {
    const same = [...tick('hana', 'g1-q1-p1', 'heard'), ...tick('pia', 'g1-q1-p1', 'heard')];
    const unlike = [...tick('hana', 'g1-q1-p1', 'heard'), ...tick('pia', 'g1-q1-p1', 'missed')];
    const open = by('hana', opens());
    const all = [...rated('hana', 2), ...rated('pia', 4)];
    expect(revealStats(askOf(asked(), same, all, open))).toMatchObject({
      flagged: true,
      cause: 'weighed-differently',
      disputed: [],
    });
    expect(revealStats(askOf(asked(), unlike, all, open))).toMatchObject({
      flagged: true,
      cause: 'heard-differently',
      disputed: ['g1-q1-p1'],
    });
    expect(revealStats(askOf(asked(), tick('hana', 'g1-q1-p1', 'heard'), all, open)).cause).toBeNull();
    const agreed = [...rated('hana', 3), ...rated('pia', 3)];
    expect(revealStats(askOf(asked(), unlike, agreed, open))).toMatchObject({ flagged: false, cause: null });
  });

  test('[REVEAL-4] ticks of people who do not count make no difference', () => {
    const history = [...tick('olga', 'g1-q1-p1', 'missed'), ...tick('pia', 'g1-q1-p1', 'heard')];
    expect(disputedPoints(askOf(asked(), history, by('hana', opens())))).toEqual([]);
  });
});
