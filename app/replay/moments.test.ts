import { expect, test } from 'vitest';
import { aMine, aView } from '@/app/live/fake-link';
import { BLANK_QUESTION } from '@/server/testing/blank-parts';
import { askAt, itemsOf, jump, momentAt, momentsOf } from './moments';

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
