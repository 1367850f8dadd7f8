import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, idOf, stateOf } from '../../testing/given';
import { four, poolOf, rotate, start } from '../../testing/rotation';
import { testPack } from '../../testing/test-pack';
import { tries } from '../../testing/tries';
import { currentRound } from '../core/state';
import { peerForecast } from './forecast';
import { nextCandidate } from './next';
import { dealToCome, planPeerRound } from './plan';
import { leastHeard } from './share-out';

describe('what was heard in earlier rooms', () => {
  const pack = testPack({ groups: 2, questionsPerGroup: 6, exercises: 0 });
  const ids = pack.questions.map(({ id }) => id);
  const slots = [{ groupId: 'g1' }, { groupId: 'g2' }];
  const heardBy = (heard: Record<string, string[]>) =>
    new Map(Object.entries(heard).map(([itemId, names]) => [itemId, names.map(idOf)] as const));
  const roundWith = (heard: Record<string, string[]>) => {
    const round = currentRound(
      given(four({ slots }, pack))
        .when('hana', start, { heardBefore: heardBy(heard) })
        .state(),
    );
    if (!round) throw new Error('no round');
    return round;
  };
  const asked = fc.dictionary(
    fc.constantFrom(...ids),
    fc.uniqueArray(fc.constantFrom('hana', 'pia', 'paul', 'petra'), { minLength: 1 }),
  );

  test('[ROTATE-6] is not dealt again while there are enough questions that nobody here has heard', () => {
    const { pool } = roundWith({ 'g1-q1': ['pia'], 'g1-q2': ['petra'], 'g2-q1': ['hana', 'paul'] });
    for (const id of ['g1-q1', 'g1-q2', 'g2-q1']) expect(pool).not.toContain(id);
  });

  test('[ROTATE-6] missing questions are replaced by those that the fewest have heard, and these people are spared', () => {
    const [first = '', second = ''] = ids.slice(-2);
    const everybody = ['hana', 'pia', 'paul', 'petra'];
    const heardBefore = heardBy({
      ...Object.fromEntries(ids.slice(0, 6).map((id) => [id, everybody])),
      [first]: ['pia'],
      [second]: ['pia'],
    });
    const lobby = stateOf(four({ slots }, pack));
    // Four of the twelve are new, and eight are needed: those that only Pia has heard go before the others.
    const dealt = dealToCome(lobby, idOf('hana'), heardBefore).shares.flatMap(({ pool }) =>
      pool.map(({ id }) => id),
    );
    expect(dealt).toHaveLength(8);
    expect(dealt).toEqual(expect.arrayContaining([first, second]));
    const { pool } = planPeerRound(lobby, idOf('pia'), heardBefore);
    expect(pool).toHaveLength(2);
    expect(pool).not.toContain(first);
    expect(pool).not.toContain(second);
  });

  test('[ROTATE-6] the next candidate gets the agenda of which they have heard least', () => {
    const lobby = stateOf(four({ slots }, pack));
    fc.assert(
      fc.property(asked, (heard) => {
        const heardBefore = heardBy(heard);
        const known = (agenda: readonly string[]) =>
          agenda.filter((id) => heardBefore.get(id)?.includes(idOf('pia'))).length;
        const { shares } = dealToCome(lobby, idOf('pia'), heardBefore);
        const least = Math.min(...shares.map(({ agenda }) => known(agenda.map(({ id }) => id))));
        expect(known(planPeerRound(lobby, idOf('pia'), heardBefore).agenda)).toBe(least);
      }),
      tries(),
    );
  });

  test('[ROTATE-6] it is repeated to a person who has sat rather than to one who has still to sit', () => {
    const heardBefore = heardBy({ 'g1-q1': ['hana', 'pia'], 'g1-q2': ['petra'] });
    const [one, other] = pack.questions.slice(0, 2);
    if (!one || !other) throw new Error('no questions');
    expect(leastHeard([other, one], heardBefore, [idOf('petra')], 1)).toEqual([one]);
  });

  test('[ROTATE-6] people who left, and questions heard in another pack, do not count', () => {
    expect(roundWith({ elsewhere: ['pia'] })).toEqual(roundWith({}));
  });

  test('[ROTATE-6] is not dealt again when it would not give the people more questions', () => {
    const small = testPack({ groups: 3, questionsPerGroup: 3, exercises: 0 });
    const four4 = Array.from({ length: 4 }, () => ({ groupId: null }));
    const agendas = rotate(four({ slots: four4 }, small), 4, heardBy({ 'g1-q1': ['pia'] })).map(
      (state) => currentRound(state)?.agenda ?? [],
    );
    expect(agendas.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    expect(agendas.flat()).not.toContain('g1-q1');
  });

  test('[ROTATE-6] as many questions are repeated as the forecast said', () => {
    fc.assert(
      fc.property(
        asked,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (heard, each, count) => {
          const some = testPack({ groups: 2, questionsPerGroup: each + 1, exercises: 0 });
          const wanted = Array.from({ length: count }, (_, at) => ({ groupId: at % 2 ? null : 'g2' }));
          const history = four({ slots: wanted }, some);
          const lobby = stateOf(history);
          const told = peerForecast(lobby, nextCandidate(lobby)?.memberId ?? null, heardBy(heard));
          const played = rotate(history, 4, heardBy(heard)).flatMap(
            (state) => currentRound(state)?.agenda ?? [],
          );
          expect(played.filter((id) => heardBy(heard).has(id))).toHaveLength(told.repeats);
        },
      ),
      tries(),
    );
  });

  test('[ROTATE-7] everybody gets equally many questions, no matter what was heard or planned', () => {
    const planned = (count: number, heard: Record<string, string[]>) => {
      const history = four({ slots: slots.slice(0, count) }, pack);
      return rotate(history, 4, heardBy(heard)).map((state) => currentRound(state)?.agenda.length);
    };
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: slots.length }), (heard, count) => {
        expect(planned(count, heard)).toEqual(planned(count, {}));
      }),
      tries(),
    );
    const everything = Object.fromEntries(ids.map((id) => [id, ['pia']]));
    for (const count of [0, 1, 2]) expect(planned(count, everything)).toEqual(Array(4).fill(count));
  });

  test('[ROTATE-7] with fewer questions than people, as many people as possible get one, no matter what was heard', () => {
    const small = testPack({ groups: 1, questionsPerGroup: 2, exercises: 0 });
    const heard = heardBy({ 'g1-q1': ['hana', 'pia'], 'g1-q2': ['pia'] });
    const agendas = rotate(four({ slots }, small), 2, heard).map((state) => currentRound(state)?.agenda);
    expect(new Set(agendas.flat())).toEqual(new Set(['g1-q1', 'g1-q2']));
    expect(agendas.map((agenda) => agenda?.length)).toEqual([1, 1]);
    const single = testPack({ groups: 1, questionsPerGroup: 1, exercises: 0 });
    expect(rotate(four({ slots }, single), 1).map(poolOf)).toEqual([['g1-q1']]);
  });
});
