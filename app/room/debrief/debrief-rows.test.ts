import { expect, test } from 'vitest';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';
import { debriefRows } from './debrief-rows';

const ask = (askId: string, over: Partial<PanelAsk> = {}): PanelAsk => ({
  askId,
  itemId: `item-${askId}`,
  no: 1,
  kind: 'question',
  group: 'Delivery',
  text: 'What did you ship?',
  askedBy: 'priya',
  status: 'closed',
  revealed: true,
  pushedFollowUps: [],
  targetMs: 180_000,
  elapsedMs: 0,
  rated: 1,
  of: 2,
  mean: null,
  ...over,
});
const reveal = (askId: string, ratings: Record<string, [number | null, number?]>): Reveal => ({
  askId,
  at: 0,
  ratings: Object.fromEntries(
    Object.entries(ratings).map(([memberId, [first, second]], index) => [
      memberId,
      {
        memberId,
        no: index + 1,
        first: { value: first, at: 0 },
        second: second === undefined ? null : { value: second, at: 1 },
      },
    ]),
  ),
  ticks: {},
  notes: {},
  finds: {},
  heardAtMs: {},
  stats: { mean: null, secondMean: null, range: null, ad: null, flagged: false, cause: null, disputed: [] },
});

test('every row has a cell for every panelist, and a gap is not a zero', () => {
  const { panel, rows } = debriefRows(
    [ask('a1'), ask('a2'), ask('a3', { status: 'withdrawn' })],
    { a1: reveal('a1', { priya: [3, 4] }), a2: reveal('a2', { priya: [null], paul: [2] }) },
    { ratings: { a1: { value: 5 } }, reflection: null },
  );
  expect(panel).toEqual(['priya', 'paul']);
  expect(rows.map((row) => [row.ask.askId, row.self])).toEqual([
    ['a1', 5],
    ['a2', undefined],
  ]);
  expect(rows.map((row) => row.cells.map((cell) => [cell.first, cell.second]))).toEqual([
    [
      [3, 4],
      [undefined, undefined],
    ],
    [
      [null, undefined],
      [2, undefined],
    ],
  ]);
});
