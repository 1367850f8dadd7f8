import { describe, expect, test } from 'vitest';
import type { Outline } from '@/server/protocol/outline';
import { totalSeconds } from '@/server/room/rules';
import { agendaItems, lengthsOf, moved, oneOfEach, searchItems } from './agenda';

const outline: Outline = {
  groups: [
    { id: 'delivery', title: 'Delivery' },
    { id: 'data', title: 'Use of data' },
    { id: 'code', title: 'Code' },
  ],
  items: [
    {
      id: 'q1',
      kind: 'question',
      groupId: 'delivery',
      label: 'How do you ship safely?',
      level: null,
      targetSeconds: 240,
      notWith: [],
    },
    {
      id: 'q2',
      kind: 'question',
      groupId: 'delivery',
      label: 'How do you roll back?',
      level: null,
      targetSeconds: null,
      notWith: [],
    },
    {
      id: 'q3',
      kind: 'question',
      groupId: 'data',
      label: 'Which number did you move?',
      level: null,
      targetSeconds: null,
      notWith: [],
    },
    {
      id: 'x1',
      kind: 'exercise',
      groupId: 'code',
      label: 'Slow list of orders',
      level: null,
      targetSeconds: 900,
      notWith: [],
    },
  ],
};

test('a rotation starts with one question on each competency that has one', () => {
  const groups = [
    { id: 'delivery', questions: 2 },
    { id: 'code', questions: 0 },
  ];
  expect(oneOfEach(groups)).toEqual([{ groupId: 'delivery' }]);
});

test('an agenda drops items that the pack no longer has, and keeps its order', () => {
  expect(agendaItems(outline, ['x1', 'gone', 'q1']).map((item) => item.id)).toEqual(['x1', 'q1']);
});

test('the total uses the room’s target for questions, and code’s own times', () => {
  expect(totalSeconds(agendaItems(outline, ['q1', 'q2', 'x1']), 120)).toBe(120 + 120 + 900);
});

test('without a room’s target each question has its own, or else three minutes', () => {
  expect(totalSeconds(agendaItems(outline, ['q1', 'q2']), null)).toBe(240 + 180);
});

describe('moving', () => {
  test('up and down', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
  test('a move beyond the ends changes nothing', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});

describe('searching the pack', () => {
  test('every word must occur in the question or its competency, in any case', () => {
    expect(searchItems(outline, { words: 'ROLL delivery' }).map((item) => item.id)).toEqual(['q2']);
    expect(searchItems(outline, { words: 'exercise' }).map((item) => item.id)).toEqual(['x1']);
  });
  test('a competency narrows it', () => {
    expect(searchItems(outline, { groupId: 'data' }).map((item) => item.id)).toEqual(['q3']);
  });
  test('a level or a length narrows it', () => {
    const [first, ...others] = outline.items;
    if (!first) throw new Error('no item');
    const levelled = { ...outline, items: [{ ...first, level: 'senior' }, ...others] };
    expect(searchItems(levelled, { level: 'senior' }).map((item) => item.id)).toEqual(['q1']);
    expect(searchItems(outline, { atMost: 600 }).map((item) => item.id)).not.toContain('x1');
    expect(lengthsOf(outline, 120)).toEqual([120, 900]);
  });
  test('the lengths to choose from all differ in words', () => {
    expect(lengthsOf(outline, 150)).toEqual([180, 900]);
  });
  test('nothing fits', () => {
    expect(searchItems(outline, { words: 'kubernetes' })).toEqual([]);
  });
});
