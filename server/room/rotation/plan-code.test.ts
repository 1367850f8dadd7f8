import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCRATCH_PAD } from '../../protocol/words';
import { by, given, idOf, stateOf } from '../../testing/given';
import { finished, four, poolOf, rotate, start } from '../../testing/rotation';
import { joined, pushed, roundStarted } from '../../testing/stories';
import { testPack } from '../../testing/test-pack';
import { tries } from '../../testing/tries';
import { NOTHING_HEARD } from '../core/decision';
import { currentRound, type RoomState } from '../core/state';
import { peerForecast } from './forecast';

const CODE = { groupId: null, kind: 'exercise' as const };
const SLOTS = [{ groupId: 'g1' }, CODE, { groupId: null }];
const packOf = (exercises: number) => testPack({ groups: 2, questionsPerGroup: 12, exercises });
const isCode = (itemId: string) => itemId.startsWith('x');
const codeOf = (state: RoomState) => (currentRound(state)?.agenda ?? []).filter(isCode);
const kindsOf = (state: RoomState) =>
  currentRound(state)?.agenda.map((itemId) => (isCode(itemId) ? 'exercise' : 'question'));

describe('places for code', () => {
  test('[ROTATE-10] everybody gets another exercise, in its place on the agenda, and it can be pushed', () => {
    const states = rotate(four({ slots: SLOTS }, packOf(4)), 4);
    for (const state of states) expect(kindsOf(state)).toEqual(['question', 'exercise', 'question']);
    expect(new Set(states.flatMap(codeOf)).size).toBe(4);
    for (const state of states) expect(poolOf(state)).toContain(codeOf(state)[0]);
  });

  test('[ROTATE-10] one exercise too few for everybody is none for anybody, and nobody hears fewer questions for it', () => {
    const states = rotate(four({ slots: SLOTS }, packOf(3)), 4);
    for (const state of states) expect(kindsOf(state)).toEqual(['question', 'question']);
    expect(states.flatMap(poolOf).filter(isCode)).toEqual([]);
  });

  test('[ROTATE-10] with two places everybody gets two, or one if there are enough for only one', () => {
    const counts = (exercises: number) =>
      rotate(four({ slots: [CODE, ...SLOTS] }, packOf(exercises)), 4).map((state) => codeOf(state).length);
    expect(counts(8)).toEqual([2, 2, 2, 2]);
    expect(counts(7)).toEqual([1, 1, 1, 1]);
  });

  test('[ROTATE-10] a round opens as many exercises as there are places, and a plan without a place opens none', () => {
    expect(poolOf(rotate(four({ slots: SLOTS }, packOf(12)), 1)[0]).filter(isCode)).toHaveLength(1);
    expect(poolOf(rotate(four({}, packOf(12)), 1)[0]).filter(isCode)).toEqual([]);
  });

  test('[ROTATE-2] an exercise is heard once in a room, and one of somebody else’s share cannot be pushed', () => {
    const pack = packOf(4);
    const [state] = rotate(four({ slots: SLOTS }, pack), 1);
    const [own = ''] = state ? codeOf(state) : [];
    const other = pack.exercises.find(({ id }) => id !== own)?.id ?? '';
    const round = by('hana', roundStarted('pia', { pool: [own] }));
    given(four({ slots: SLOTS }, pack), round)
      .when('hana', { type: 'PushItem', itemId: other, liveAskId: null })
      .rejects('not-in-pool');
    given(
      four({ slots: SLOTS }, pack),
      round,
      by('hana', pushed('a1', own), { type: 'AskSkipped', askId: 'a1' }),
    )
      .when('hana', { type: 'PushItem', itemId: own, liveAskId: null })
      .rejects('already-heard');
    const pad = { type: 'PushItem', itemId: SCRATCH_PAD, liveAskId: null } as const;
    const after = given(four({ slots: SLOTS }, pack), round)
      .when('hana', pad)
      .state();
    expect(currentRound(after)?.asks.map(({ itemId }) => itemId)).toEqual([SCRATCH_PAD]);
  });

  test('[ROTATE-4] nobody gets more exercises than the first candidate, also when a place is added later', () => {
    const lobby = four({ slots: [{ groupId: null }] }, packOf(8));
    const first = by('hana', roundStarted('pia', { pool: ['g1-q1'], agenda: ['g1-q1'] }), ...finished('r1'));
    const more = by('hana', { type: 'SettingsChanged', settings: { slots: SLOTS } });
    expect(codeOf(given(lobby, first, more).when('hana', start).state())).toEqual([]);
  });

  test('[ROTATE-10] when somebody joins later and the rest are too few, nobody after them gets one', () => {
    const pack = packOf(4);
    const lobby = four({ slots: SLOTS }, pack);
    const first = given(lobby).when('hana', start).state();
    const { pool = null, agenda = [], candidateId = '' } = currentRound(first) ?? {};
    const begun = by('hana', roundStarted('hana', { pool, agenda, candidateId, hostId: idOf('pia') }));
    const history = [...lobby, ...begun, ...by('pia', ...finished('r1'))];
    expect(codeOf(given(history).when('pia', start).state())).toHaveLength(1);
    expect(codeOf(given(history, joined('late')).when('pia', start).state())).toEqual([]);
  });

  test('[ROTATE-10] an exercise that anybody here heard in an earlier room is dealt to nobody', () => {
    const heard = new Map([['x2', [idOf('paul')]]]);
    const dealt = (exercises: number) =>
      rotate(four({ slots: SLOTS }, packOf(exercises)), 4, heard).flatMap(codeOf);
    expect(dealt(4)).toEqual([]);
    expect(dealt(5).sort()).toEqual(['x1', 'x3', 'x4', 'x5']);
  });

  test('[ROTATE-10] whoever sat in a discarded round gets its exercise again, and the others still get theirs', () => {
    const pack = packOf(4);
    const lobby = four({ slots: SLOTS }, pack);
    const first = given(lobby)
      .when('hana', { type: 'StartRound', candidateId: idOf('paul') })
      .state();
    const { pool = null, agenda = [], roundId = '' } = currentRound(first) ?? {};
    const shown = (pool ?? []).filter(isCode);
    const discarded = [
      ...lobby,
      ...by('hana', roundStarted('paul', { pool, agenda }), { type: 'RoundDiscarded', roundId }),
    ];
    const again = given(discarded)
      .when('hana', { type: 'StartRound', candidateId: idOf('paul') })
      .state();
    expect(codeOf(again)).toEqual(shown);
    expect(peerForecast(stateOf(discarded), idOf('pia'), NOTHING_HEARD).code).toEqual({
      exercises: 4,
      left: 4,
      places: 1,
    });
    const other = given(discarded)
      .when('hana', { type: 'StartRound', candidateId: idOf('pia') })
      .state();
    expect(codeOf(other)).toHaveLength(1);
    expect(codeOf(other)).not.toEqual(shown);
  });

  test('[ROTATE-8] a question that gives a dealt exercise away is dealt to nobody', () => {
    const plain = packOf(4);
    const exercises = plain.exercises.map((item) => ({
      ...item,
      notWith: item.id === 'x3' ? ['g1-q1'] : [],
    }));
    const pools = rotate(four({ slots: SLOTS }, { ...plain, exercises }), 4).map(poolOf);
    expect(pools.flat()).toContain('x3');
    expect(pools.flat()).not.toContain('g1-q1');
    const without = rotate(four({}, { ...plain, exercises }), 4).map(poolOf);
    expect(without.flat()).toContain('g1-q1');
  });

  test('[ROTATE-5] the wanted level is the level of the exercises, too', () => {
    const plain = packOf(8);
    const exercises = plain.exercises.map((item, at) => ({
      ...item,
      level: at % 2 === 0 ? 'staff' : 'junior',
    }));
    const dealt = rotate(four({ slots: SLOTS, level: 'junior' }, { ...plain, exercises }), 4).flatMap(codeOf);
    expect(dealt.sort()).toEqual(['x2', 'x4', 'x6', 'x8']);
  });
});

test('[ROTATE-10] in any full rotation everybody gets as many exercises, and nobody saw theirs before', () => {
  const plan = fc.record({
    exercises: fc.nat({ max: 12 }),
    places: fc.nat({ max: 3 }),
    heard: fc.subarray(['x1', 'x2', 'x3', 'x4']),
    seed: fc.constantFrom('', 'sd_one', 'sd_two'),
  });
  fc.assert(
    fc.property(plan, ({ exercises, places, heard, seed }) => {
      const slots = [{ groupId: null }, ...Array.from({ length: places }, () => CODE)];
      const lobby = four({ slots }, packOf(exercises)).map((happened) =>
        happened.event.type === 'RoomOpened' ? { ...happened, event: { ...happened.event, seed } } : happened,
      );
      const before = new Map(heard.map((id) => [id, [idOf('pia')]]));
      const left = packOf(exercises).exercises.filter(({ id }) => !heard.includes(id)).length;
      const states = rotate(lobby, 4, before);
      const each = Math.min(places, Math.floor(left / 4));
      expect(states.map((state) => codeOf(state).length)).toEqual([each, each, each, each]);
      const dealt = states.flatMap((state) => poolOf(state).filter(isCode));
      expect(new Set(dealt).size).toBe(4 * each);
      expect(dealt.filter((id) => heard.includes(id))).toEqual([]);
    }),
    tries(60),
  );
});
