import { expect, test } from 'vitest';
import { aMine, aView } from '@/app/live/fake-link';
import { BLANK_QUESTION } from '@/server/testing/blank-parts';
import { askAt, itemsOf, jump, momentAt, momentsOf, type Position, positionOf, shownAt } from './moments';
import { addressOf, startOf } from './start-of';

const replay = {
  startedAt: 1_000,
  frames: [
    {
      at: 1_000,
      kinds: ['phase' as const],
      whole: { audience: 'panelist' as const, view: aView(), mine: aMine() },
    },
    { at: 3_000, kinds: ['tick' as const], mine: [{ op: 'replace' as const, path: '/ready', value: true }] },
    { at: 3_000, kinds: ['note' as const], mine: [{ op: 'replace' as const, path: '/hand', value: true }] },
    { at: 9_000, kinds: ['tick' as const], mine: [{ op: 'replace' as const, path: '/ready', value: false }] },
  ],
};

test('each moment is a changed copy of the previous one, which stays as it was', () => {
  const moments = momentsOf(replay);
  expect(moments.map(({ at, known }) => [at, known.mine.ready, known.mine.hand])).toEqual([
    [0, false, false],
    [2_000, true, false],
    [2_000, true, true],
    [8_000, false, true],
  ]);
});

test('a moment’s time counts from the start of the round, also for people who joined later', () => {
  const late = { ...replay, startedAt: -59_000 };
  expect(momentsOf(late).map(({ at, time }) => [at, time])).toEqual([
    [60_000, 1_000],
    [62_000, 3_000],
    [62_000, 3_000],
    [68_000, 9_000],
  ]);
});

test('a time shows the last moment up to then', () => {
  const moments = momentsOf(replay);
  expect([-5, 0, 1_999, 2_000, 7_999, 8_000, 99_999].map((at) => momentAt(moments, at))).toEqual([
    0, 0, 0, 2, 2, 3, 3,
  ]);
});

test('a jump goes to the next moment of its kind, either way', () => {
  const moments = momentsOf(replay);
  expect(jump(moments, 0, 1, 'tick')).toBe(1);
  expect(jump(moments, 1, 1, 'tick')).toBe(3);
  expect(jump(moments, 3, -1, null)).toBe(2);
  expect(jump(moments, 3, 1, null)).toBeNull();
});

test('jumps reach each moment either way, also where two have the same millisecond', () => {
  const moments = momentsOf(replay);
  const walk = (from: number, step: 1 | -1) => {
    const seen: number[] = [];
    let position: Position = positionOf(moments, from);
    while (seen.length <= moments.length) {
      const index = shownAt(moments, position);
      seen.push(index);
      const next = jump(moments, index, step, null);
      if (next === null) break;
      position = positionOf(moments, next);
    }
    return seen;
  };
  expect(walk(0, 1)).toEqual([0, 1, 2, 3]);
  expect(walk(3, -1)).toEqual([3, 2, 1, 0]);
});

test('a time that moved on shows the last moment up to then, whichever was chosen before', () => {
  const moments = momentsOf(replay);
  expect(shownAt(moments, { at: 2_000, chosen: 1 })).toBe(1);
  expect(shownAt(moments, { at: 2_001, chosen: 1 })).toBe(2);
  expect(shownAt(moments, { at: 2_000, chosen: null })).toBe(2);
});

test('the address of each moment leads back to it', () => {
  const moments = momentsOf(replay);
  const addresses = moments.map(({ at }, index) => addressOf(moments, index, at));
  expect(addresses).toEqual(['?at=0', '?at=2000&n=2', '?at=2000', '?at=8000']);
  const read = addresses.map((address) => Object.fromEntries(new URLSearchParams(address)));
  expect(read.map((search) => shownAt(moments, startOf(search)))).toEqual([0, 1, 2, 3]);
});

test('an address that names no moment, or another’s, begins at its time', () => {
  const moments = momentsOf(replay);
  expect(startOf({ at: 'soon', n: '0' })).toEqual({ at: 0, chosen: null });
  expect(shownAt(moments, startOf({ at: '2000', n: '4' }))).toBe(2);
});

test('items that were live are known for the rest of the round, each once', () => {
  const live = (id: string) => ({
    askId: 'a1',
    item: { ...BLANK_QUESTION, kind: 'question' as const, id, groupId: 'g', prompt: id, points: [] },
  });
  const to = (value: unknown) => [{ op: 'replace' as const, path: '/live', value }];
  const frames = [
    ...replay.frames,
    ...[live('q1'), null, live('q2'), live('q1')].map((value) => ({
      at: 9_500,
      kinds: ['question' as const],
      view: to(value),
    })),
  ];
  expect(itemsOf(momentsOf({ ...replay, frames })).map(({ id }) => id)).toEqual(['q1', 'q2']);
});

test('between two questions the last one stays on the panel’s screen, and none is there before the first or after asking', () => {
  const round = (phase: string) => ({
    roundId: 'rd_1',
    no: 1,
    of: null,
    phase,
    candidateId: 'mb_c',
    nextId: null,
    startedAt: 1_000,
    publishedAt: null,
  });
  const at = (path: string, value: unknown) => ({
    at: 9_500,
    kinds: ['question' as const],
    view: [{ op: 'replace' as const, path, value }],
  });
  const frames = [
    ...replay.frames,
    at('/round', round('asking')),
    ...['a1', null, 'a2', null].map((askId) => at('/asks/liveAskId', askId)),
    at('/round', round('deliberating')),
  ];
  const moments = momentsOf({ ...replay, frames });
  expect(moments.map((_, index) => askAt(moments, index)).slice(3)).toEqual([
    null,
    null,
    'a1',
    'a1',
    'a2',
    'a2',
    null,
  ]);
});
