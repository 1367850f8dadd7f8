import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { joined, opened, PACK, peerLobby, pushed, roundStarted } from '../testing/stories';
import { testPack } from '../testing/test-pack';
import { nextCandidate } from './decide-round';
import type { RoomEvent } from './events';
import { peerForecast } from './forecast';
import { leastHeard, NOTHING_HEARD, planPeerRound, sharesToCome } from './plan';
import { currentRound, type RoomState } from './state';
import { bankSlice } from './view-panel';
import { fullFrame, withoutBank } from './views';

const start = { type: 'StartRound', candidateId: null } as const;

function finished(roundId: string): RoomEvent[] {
  return [
    { type: 'DeliberationStarted', roundId },
    { type: 'VerdictsOpened', roundId, panel: [] },
    { type: 'DebriefOpened', roundId },
    { type: 'RoundPublished', roundId, sharing: { ratings: true, keyPoints: true, verdicts: true } },
  ];
}

/** Plays rounds by the rules, each asking its whole agenda, until `times` of them are published. */
function rotate(history: Happened[], times: number, heardBefore = NOTHING_HEARD): RoomState[] {
  const states: RoomState[] = [];
  const lived = [...history];
  for (let no = 1; no <= times; no += 1) {
    const hostName = states.at(-1)?.hostId ?? idOf('hana');
    const name = hostName.slice(3).replace(/0+$/, '');
    const state = given(lived).when(name, start, { heardBefore }).state();
    const round = currentRound(state);
    if (!round) throw new Error('no round');
    states.push(state);
    const { roundId, candidateId, pool, agenda } = round;
    const { hostId, hostReturnsTo } = state;
    const asks = agenda.map((itemId, index) => pushed(`a${100 * no + index}`, itemId));
    lived.push(
      ...by(name, { type: 'RoundStarted', roundId, candidateId, pool, agenda, hostId, hostReturnsTo }),
      ...by(name, ...asks, ...finished(roundId)),
    );
  }
  return states;
}

const four = (change = {}, pack: Pack = PACK) => [...peerLobby(change, pack), ...joined('petra')];
const candidates = (states: RoomState[]) => states.map((state) => currentRound(state)?.candidateId);
const poolOf = (state: RoomState | undefined) => (state && currentRound(state)?.pool) ?? [];

describe('rotating', () => {
  test('[ROTATE-1] everybody has the hot seat once, in the order of joining', () => {
    expect(candidates(rotate(four(), 4))).toEqual(['hana', 'pia', 'paul', 'petra'].map(idOf));
  });

  test('[ROTATE-1] not observers, nor people who are out; somebody named goes first', () => {
    const lobby = [...opened('peer'), ...joined('olga', 'observer'), ...joined('pia')];
    given(lobby)
      .when('hana', { type: 'StartRound', candidateId: idOf('olga') })
      .rejects('no-candidate');
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }), ...finished('r1'));
    const after = given(lobby, round).when('hana', start).state();
    expect(after.rounds[1]?.candidateId).toBe(idOf('hana'));
    expect(nextCandidate(after)).toBeUndefined();
  });

  test('[ROTATE-2] no question is heard twice, also when it was withdrawn, and an item outside the pool is refused', () => {
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1', 'g1-q2'] }), pushed('a1', 'g1-q1'));
    const gone = by('hana', { type: 'AskWithdrawn', askId: 'a1' });
    given(peerLobby(), round, gone)
      .when('hana', { type: 'PushItem', itemId: 'g1-q1', liveAskId: null })
      .rejects('already-heard');
    given(peerLobby(), round)
      .when('hana', { type: 'PushItem', itemId: 'g2-q1', liveAskId: 'a1' })
      .rejects('not-in-pool');
    const heard = rotate(four(), 4).flatMap((state) => currentRound(state)?.agenda ?? []);
    expect(new Set(heard).size).toBe(heard.length);
  });

  test('[ROTATE-2] a room that has heard everything starts no round', () => {
    const small = testPack({ groups: 1, questionsPerGroup: 2, exercises: 0 });
    const slots = [{ groupId: null }, { groupId: null }];
    const history = [...peerLobby({ slots }, small)];
    const all = by(
      'hana',
      roundStarted('pia', { pool: ['g1-q1', 'g1-q2'] }),
      pushed('a1', 'g1-q1'),
      pushed('a2', 'g1-q2'),
      ...finished('r1'),
    );
    given(history, all).when('hana', start).rejects('nothing-unheard');
  });

  test('[ROTATE-3] nobody has seen, on a panel, a question of the pool that is theirs later', () => {
    const states = rotate(four(), 4);
    const pools = states.map(poolOf);
    for (const [index, pool] of pools.entries())
      for (const later of pools.slice(index + 1))
        expect(pool.filter((item) => later.includes(item))).toEqual([]);
    for (const [index, state] of states.entries())
      expect(
        bankSlice(state)
          .items.map((item) => item.id)
          .sort(),
      ).toEqual([...(pools[index] ?? [])].sort());
  });

  test('[ROTATE-4] everybody of a full rotation gets as many questions, one of each competency that was asked for', () => {
    const pack = testPack({ groups: 3, questionsPerGroup: 4, exercises: 0 });
    const slots = ['g1', 'g2', 'g3'].map((groupId) => ({ groupId }));
    const agendas = rotate(four({ slots }, pack), 4).map((state) => currentRound(state)?.agenda ?? []);
    for (const agenda of agendas)
      expect(agenda.map((item) => item.slice(0, 2)).sort()).toEqual(['g1', 'g2', 'g3']);
  });

  test('[ROTATE-4] with too few questions for all of them, each gets fewer, and no later agenda is longer', () => {
    const slots = Array.from({ length: 4 }, () => ({ groupId: null }));
    const agendas = rotate(four({ slots }), 4).map((state) => currentRound(state)?.agenda.length ?? 0);
    expect(agendas).toEqual([2, 2, 2, 2]);
    const leaving = by('petra', { type: 'MemberLeft', memberId: idOf('petra') });
    const first = given(four({ slots })).when('hana', start).state();
    expect(currentRound(first)?.agenda).toHaveLength(2);
    const second = given(
      four({ slots }),
      by(
        'hana',
        roundStarted('pia', { pool: poolOf(first), agenda: currentRound(first)?.agenda ?? [] }),
        ...finished('r1'),
      ),
      leaving,
    )
      .when('hana', start)
      .state();
    expect(currentRound(second)?.agenda).toHaveLength(2);
  });

  test('[ROTATE-3] every round’s bank has an id of its own: who comes back with another is sent the whole', () => {
    const lobby = stateOf(four());
    const states = [lobby, ...rotate(four(), 4)];
    expect(new Set(states.map((state) => bankSlice(state).id)).size).toBe(states.length);
    for (const state of states) {
      const frame = fullFrame(state, idOf('petra'), 0);
      expect(frame && withoutBank(frame, bankSlice(lobby).id).bankKept).toBe(state === lobby);
    }
  });

  test('[ROTATE-3] the same history deals the same pools', () => {
    const twice = [rotate(four(), 3), rotate(four(), 3)].map((states) => states.map(poolOf));
    expect(twice[0]).toEqual(twice[1]);
  });
});

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

  test('[ROTATE-6] is not dealt again while there is enough that nobody here has heard', () => {
    const { pool } = roundWith({ 'g1-q1': ['pia'], 'g1-q2': ['petra'], 'g2-q1': ['hana', 'paul'] });
    for (const id of ['g1-q1', 'g1-q2', 'g2-q1']) expect(pool).not.toContain(id);
  });

  test('[ROTATE-6] fills up what is missing with what the fewest have heard, and spares those', () => {
    const [first = '', second = ''] = ids.slice(-2);
    const everybody = ['hana', 'pia', 'paul', 'petra'];
    const heardBefore = heardBy({
      ...Object.fromEntries(ids.slice(0, 6).map((id) => [id, everybody])),
      [first]: ['pia'],
      [second]: ['pia'],
    });
    const lobby = stateOf(four({ slots }, pack));
    // Of the twelve four are new, and eight are needed: those that Pia alone has heard come before the others.
    const dealt = sharesToCome(lobby, idOf('hana'), heardBefore).flatMap(({ pool }) =>
      pool.map(({ id }) => id),
    );
    expect(dealt).toHaveLength(8);
    expect(dealt).toEqual(expect.arrayContaining([first, second]));
    const { pool } = planPeerRound(lobby, idOf('pia'), heardBefore);
    expect(pool).toHaveLength(2);
    expect(pool).not.toContain(first);
    expect(pool).not.toContain(second);
  });

  test('[ROTATE-6] whoever sits next gets the agenda of which they have heard least', () => {
    const lobby = stateOf(four({ slots }, pack));
    fc.assert(
      fc.property(asked, (heard) => {
        const heardBefore = heardBy(heard);
        const known = (agenda: readonly string[]) =>
          agenda.filter((id) => heardBefore.get(id)?.includes(idOf('pia'))).length;
        const shares = sharesToCome(lobby, idOf('pia'), heardBefore);
        const least = Math.min(...shares.map(({ agenda }) => known(agenda.map(({ id }) => id))));
        expect(known(planPeerRound(lobby, idOf('pia'), heardBefore).agenda)).toBe(least);
      }),
    );
  });

  test('[ROTATE-6] whoever has sat may hear a question again before somebody who has still to sit', () => {
    const heardBefore = heardBy({ 'g1-q1': ['hana', 'pia'], 'g1-q2': ['petra'] });
    const [one, other] = pack.questions.slice(0, 2);
    if (!one || !other) throw new Error('no questions');
    expect(leastHeard([other, one], heardBefore, [idOf('petra')], 1)).toEqual([one]);
  });

  test('[ROTATE-6] whoever has left, and whoever heard it in another pack’s question, keeps nothing from anybody', () => {
    expect(roundWith({ elsewhere: ['pia'] })).toEqual(roundWith({}));
  });

  test('[ROTATE-6] is not dealt again where the pack has too few for every slot, and it would make no more of them', () => {
    const small = testPack({ groups: 3, questionsPerGroup: 3, exercises: 0 });
    const four4 = Array.from({ length: 4 }, () => ({ groupId: null }));
    const agendas = rotate(four({ slots: four4 }, small), 4, heardBy({ 'g1-q1': ['pia'] })).map(
      (state) => currentRound(state)?.agenda ?? [],
    );
    expect(agendas.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    expect(agendas.flat()).not.toContain('g1-q1');
  });

  test('[ROTATE-6] as many questions come again as the host was told of, whatever was heard and asked for', () => {
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
    );
  });

  test('[ROTATE-7] everybody gets as many questions whatever was heard, and whatever was planned', () => {
    const planned = (count: number, heard: Record<string, string[]>) => {
      const history = four({ slots: slots.slice(0, count) }, pack);
      return rotate(history, 4, heardBy(heard)).map((state) => currentRound(state)?.agenda.length);
    };
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: slots.length }), (heard, count) => {
        expect(planned(count, heard)).toEqual(planned(count, {}));
      }),
    );
    const everything = Object.fromEntries(ids.map((id) => [id, ['pia']]));
    for (const count of [0, 1, 2]) expect(planned(count, everything)).toEqual(Array(4).fill(count));
  });

  test('[ROTATE-7] with fewer questions than people there is one for as many as there are, whatever was heard', () => {
    const small = testPack({ groups: 1, questionsPerGroup: 2, exercises: 0 });
    const heard = heardBy({ 'g1-q1': ['hana', 'pia'], 'g1-q2': ['pia'] });
    const agendas = rotate(four({ slots }, small), 2, heard).map((state) => currentRound(state)?.agenda);
    expect(new Set(agendas.flat())).toEqual(new Set(['g1-q1', 'g1-q2']));
    expect(agendas.map((agenda) => agenda?.length)).toEqual([1, 1]);
    const single = testPack({ groups: 1, questionsPerGroup: 1, exercises: 0 });
    expect(rotate(four({ slots }, single), 1).map(poolOf)).toEqual([['g1-q1']]);
  });
});
