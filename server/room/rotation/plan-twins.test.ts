import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../protocol/pack';
import { by, given, idOf, stateOf } from '../../testing/given';
import { finished, four, poolOf, rotate, start } from '../../testing/rotation';
import { pushed, roundStarted } from '../../testing/stories';
import { testPack } from '../../testing/test-pack';
import { tries } from '../../testing/tries';
import { NOTHING_HEARD } from '../core/decision';
import { currentRound, itemOf, type RoomState } from '../core/state';
import { areTwins } from '../rules';
import { packForecast } from './forecast';
import { dealToCome } from './plan';

const plain = testPack({ groups: 2, questionsPerGroup: 8, exercises: 1 });
const ids = plain.questions.map(({ id }) => id);
const slots = ['g1', 'g2'].map((groupId) => ({ groupId }));

/** The pack in which these items name those as twins. */
const naming = (names: Record<string, string[]>): Pack => ({
  ...plain,
  questions: plain.questions.map((item) => ({ ...item, notWith: names[item.id] ?? [] })),
});
const played = (pack: Pack, heard: string[] = []) =>
  rotate(four({ slots }, pack), 4, heard.length > 0 ? heardBy('pia', heard) : NOTHING_HEARD);
const heardBy = (name: string, items: string[]) => new Map(items.map((id) => [id, [idOf(name)]]));
const dealtIn = (states: RoomState[]) => states.flatMap(poolOf);
const agendasOf = (states: RoomState[]) => states.map((state) => currentRound(state)?.agenda.length);

describe('twins in a rotation', () => {
  test.each<Record<string, string[]>>([{ 'g1-q1': ['g2-q3'] }, { 'g2-q3': ['g1-q1'] }])(
    '[ROTATE-8] are never both dealt to one room, no matter which names the other: %j',
    (names) => {
      const dealt = dealtIn(played(naming(names)));
      expect(dealt).toContain('g1-q1');
      expect(dealt).not.toContain('g2-q3');
    },
  );

  test('[ROTATE-8] if only the first was heard in an earlier room, the other is dealt', () => {
    const dealt = dealtIn(played(naming({ 'g1-q1': ['g2-q3'] }), ['g1-q1']));
    expect(dealt).toContain('g2-q3');
    expect(dealt).not.toContain('g1-q1');
  });

  test('[ROTATE-8] no twin of a question that was dealt is dealt later, no matter who has heard what by then', () => {
    const history = four({ slots }, naming({ 'g1-q1': ['g2-q3'] }));
    const round = by(
      'hana',
      roundStarted('pia', { pool: ['g1-q1'] }),
      pushed('a1', 'g1-q1'),
      ...finished('r1'),
    );
    const toCome = (state: RoomState) =>
      // The twin replaces what Petra heard in an earlier room.
      dealToCome(state, idOf('hana'), heardBy('petra', ['g1-q1'])).shares.flatMap(({ pool }) =>
        pool.map(({ id }) => id),
      );
    expect(toCome(stateOf(history))).toContain('g2-q3');
    expect(toCome(stateOf(history, round))).not.toContain('g2-q3');
  });

  test('[ROTATE-8] for any names and any questions heard: no twins in a room, equally many for each, the same each time', () => {
    const name = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), fc.subarray(ids), (pairs, heard) => {
        const names: Record<string, string[]> = {};
        for (const [from, to] of pairs) if (from !== to) names[from] = [...(names[from] ?? []), to];
        const pack = naming(names);
        const states = played(pack, heard);
        const dealt = dealtIn(states).flatMap((id) => (states[0] && itemOf(states[0], id)) ?? []);
        expect(dealt.filter((item) => dealt.some((other) => areTwins(item, other)))).toEqual([]);
        expect(new Set(dealt).size).toBe(dealt.length);
        expect(agendasOf(states)).toEqual(agendasOf(played(pack)));
        expect(played(pack, heard).map(poolOf)).toEqual(states.map(poolOf));
      }),
      tries(60),
    );
  });

  test('[ROTATE-8] the forecast of set-up is what the first of them is dealt', () => {
    const pack = naming({ 'g1-q1': ids.slice(1) });
    const wish = { slots, people: 1, seen: [], targetSeconds: 120, level: null };
    const { shares } = packForecast(pack, wish, new Set());
    expect(shares.map(({ questions, more }) => questions + more)).toEqual([1]);
    const state = given(four({ slots }, pack)).when('hana', start).state();
    expect(poolOf(state)).toEqual(['g1-q1']);
  });
});
