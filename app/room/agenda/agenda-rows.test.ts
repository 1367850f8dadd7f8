import { describe, expect, test } from 'vitest';
import type { Bank } from '@/server/protocol/bank';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { BLANK_QUESTION } from '@/server/testing/blank-parts';
import { agendaRows, nextRow, searchBank } from './agenda-rows';

type Item = Bank['items'][number];
const question = (id: string, groupId: string, prompt: string, point: string): Item => ({
  ...BLANK_QUESTION,
  kind: 'question',
  id,
  groupId,
  prompt,
  why: null,
  points: [{ id: 'p', text: point, context: null }],
  followUps: [],
  anchors: null,
  weakAnswers: [],
  level: null,
  targetSeconds: null,
  behavioural: false,
  notes: [],
});
const bank: Bank = {
  groups: [
    { id: 'comm', title: 'Communication' },
    { id: 'del', title: 'Delivery' },
  ],
  items: [
    question('q1', 'comm', 'Tell us about a disagreement.', 'Names the other view'),
    question('q2', 'del', 'What did you ship last?', 'Measures the result'),
    question('q3', 'del', 'How do you estimate?', 'Gives a range'),
  ],
};
const ask = (no: number, itemId: string): PanelAsk => ({
  askId: `a${no}`,
  itemId,
  no,
  kind: 'question',
  group: itemId === 'q1' ? 'Communication' : 'Delivery',
  text: `What ${itemId} asks`,
  askedBy: 'mb_000000000000',
  status: 'closed',
  revealed: false,
  pushedFollowUps: [],
  targetMs: 180_000,
  elapsedMs: 0,
  rated: 0,
  of: 2,
  mean: null,
});

describe('the agenda', () => {
  test('keeps its order, no matter what was asked first', () => {
    const rows = agendaRows(['q1', 'q2'], [ask(1, 'q2')], bank);
    expect(rows.map((row) => [row.itemId, row.ask?.askId ?? null])).toEqual([
      ['q1', null],
      ['q2', 'a1'],
    ]);
    expect(nextRow(rows)?.itemId).toBe('q1');
  });

  test('shows a question from the bank after the one before it', () => {
    const rows = agendaRows(['q1', 'q2'], [ask(1, 'q1'), ask(2, 'q3')], bank);
    expect(rows.map((row) => row.itemId)).toEqual(['q1', 'q3', 'q2']);
    expect(rows[1]).toMatchObject({ onAgenda: false, heading: 'Delivery' });
  });

  test('is just the questions that were asked while there is no bank', () => {
    expect(agendaRows(['q1', 'q2'], [ask(1, 'q2')], null)).toMatchObject([
      { itemId: 'q2', heading: 'Delivery', text: 'What q2 asks', onAgenda: true },
    ]);
  });

  test('has nothing next once every question was asked', () => {
    expect(nextRow(agendaRows(['q1'], [ask(1, 'q1')], bank))).toBeNull();
  });
});

describe('the bank', () => {
  test.each([
    ['', null, ['q1', 'q2', 'q3']],
    ['', 'del', ['q2', 'q3']],
    ['RANGE', null, ['q3']],
    ['delivery ship', null, ['q2']],
    ['delivery disagreement', null, []],
  ])('search %j in %j finds %j', (search, groupId, ids) => {
    expect(searchBank(bank, search, groupId).map((item) => item.id)).toEqual(ids);
  });
});
