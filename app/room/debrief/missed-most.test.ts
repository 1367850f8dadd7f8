import { expect, test } from 'vitest';
import type { Bank } from '@/server/protocol/bank';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';
import { missedMost } from './missed-most';

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
