import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../../testing/given';
import { finished, four, poolOf, rotate, start } from '../../testing/rotation';
import { joined, opened, peerLobby, pushed, roundStarted } from '../../testing/stories';
import { testPack } from '../../testing/test-pack';
import { bankSlice } from '../bank';
import { currentRound, type RoomState } from '../core/state';
import { nextCandidate } from './next';

const candidates = (states: RoomState[]) => states.map((state) => currentRound(state)?.candidateId);

describe('rotating', () => {
  test('[ROTATE-1] everyone has the hot seat once, in the order of joining', () => {
    expect(candidates(rotate(four(), 4))).toEqual(['hana', 'pia', 'paul', 'petra'].map(idOf));
  });

  test('[ROTATE-1] observers and people who are out have no turn; a person whom the host names goes first', () => {
    const lobby = [...opened('peer'), ...joined('olga', 'observer'), ...joined('pia')];
    given(lobby)
      .when('hana', { type: 'StartRound', candidateId: idOf('olga') })
      .rejects('no-candidate');
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }), ...finished('r1'));
    const after = given(lobby, round).when('hana', start).state();
    expect(after.rounds[1]?.candidateId).toBe(idOf('hana'));
    expect(nextCandidate(after)).toBeUndefined();
  });

  test('[ROTATE-9] another secret deals other questions, and the same secret deals the same ones', () => {
    const pack = testPack({ groups: 2, questionsPerGroup: 12 });
    const dealt = (seed: string) => {
      const history = peerLobby({}, pack).map((happened) =>
        happened.event.type === 'RoomOpened' ? { ...happened, event: { ...happened.event, seed } } : happened,
      );
      return given(history).when('hana', start).state().rounds[0]?.pool;
    };
    expect(dealt('sd_one')).toEqual(dealt('sd_one'));
    expect(dealt('sd_one')).not.toEqual(dealt('sd_two'));
    expect(new Set(dealt('sd_one')).size).toBe(dealt('')?.length);
  });

  test('[ROTATE-2] no question is heard twice, even if it was withdrawn, and an item outside the pool is rejected', () => {
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

  test('[ROTATE-3] nobody on a panel has seen a question of their own later pool', () => {
    const states = rotate(four(), 4);
    const pools = states.map(poolOf);
    for (const [index, pool] of pools.entries())
      for (const later of pools.slice(index + 1))
        expect(pool.filter((item) => later.includes(item))).toEqual([]);
  });

  test('[ROTATE-4] everybody in a full rotation gets equally many questions, one of each wanted competency', () => {
    const pack = testPack({ groups: 3, questionsPerGroup: 4, exercises: 0 });
    const slots = ['g1', 'g2', 'g3'].map((groupId) => ({ groupId }));
    const agendas = rotate(four({ slots }, pack), 4).map((state) => currentRound(state)?.agenda ?? []);
    for (const agenda of agendas)
      expect(agenda.map((item) => item.slice(0, 2)).sort()).toEqual(['g1', 'g2', 'g3']);
  });

  test('[ROTATE-4] with too few questions for all of them, each person gets fewer, and no later agenda is longer', () => {
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

  test('[ROTATE-3] every round’s bank has an id of its own, and before the first round there is none', () => {
    const states = [stateOf(four()), ...rotate(four(), 4)];
    const ids = states.map((state) => bankSlice(state).id);
    expect(ids).toEqual([null, 'r1', 'r2', 'r3', 'r4']);
  });

  test('[ROTATE-3] the same history deals the same pools', () => {
    const twice = [rotate(four(), 3), rotate(four(), 3)].map((states) => states.map(poolOf));
    expect(twice[0]).toEqual(twice[1]);
  });
});
