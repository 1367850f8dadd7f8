import { expect, test } from 'vitest';
import type { Bank } from '@/server/protocol/bank';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';
import { missedMost, missedOnCard } from './missed-most';

const ask = { askId: 'a1', itemId: 'q1' } as PanelAsk;
const points = ['costs', 'recovery', 'owner', 'blank'].map((id) => ({
  id,
  text: `About ${id}`,
  context: null,
}));
const items = [{ id: 'q1', points }] as Bank['items'];
const ticks = (given: Reveal['ticks']) => ({ a1: { askId: 'a1', ticks: given } as Reveal });

test('the points that most of the panel missed are first, in the pack’s words, and points without marks are left out', () => {
  const reveals = ticks({
    mb_a: { costs: 'heard', recovery: 'missed', owner: 'partial' },
    mb_b: { costs: 'heard', recovery: 'missed', owner: 'heard' },
  });
  expect(missedMost([ask], reveals, items).map(({ text }) => text)).toEqual([
    'About recovery',
    'About owner',
  ]);
});

test('before a reveal the list is empty', () => {
  expect(missedMost([ask], {}, items)).toEqual([]);
});

test('of a round that is over, its scorecard says the same', () => {
  const given = {
    mb_a: { costs: 'heard', recovery: 'missed', owner: 'partial' },
    mb_b: { costs: 'heard', recovery: 'missed', owner: 'heard' },
  } as const;
  const marks = Object.entries(given);
  const card = {
    asks: [
      {
        askId: 'a1',
        points: points.map((point) => ({
          ...point,
          ticks: marks.flatMap(([memberId, ticks]) => {
            const mark = Object.entries(ticks).find(([id]) => id === point.id)?.[1];
            return mark ? [{ memberId, mark }] : [];
          }),
        })),
      },
      { askId: 'a2', points: null },
    ],
  } as unknown as Scorecard;
  expect(missedOnCard(card)).toEqual(missedMost([ask], ticks(given), items));
});
