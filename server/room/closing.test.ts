import { describe, expect, test } from 'vitest';
import { EVERYTHING_SHARED, VERDICTS } from '../protocol/words';
import { by, given, type Happened, idOf, START, stateOf } from '../testing/given';
import {
  debriefing,
  deliberating,
  joined,
  ledRound,
  peerLobby,
  published,
  roundStarted,
} from '../testing/stories';
import { mineOf } from './core/mine';
import { fullFrame, viewOf } from './core/views';
import { isDissent } from './rules';

const advance = { type: 'RecordDecision', roundId: 'r1', decision: 'advance', why: 'two for' } as const;
const call = { type: 'CallCandidateBack', roundId: 'r1' } as const;
const recorded = { ...advance, type: 'DecisionRecorded' } as const;
const closed = () => [...debriefing(), ...by('hana', recorded)];
const ended = by('hana', { type: 'RoomEnded' });
const peerDebrief = () => [
  ...peerLobby(),
  ...by(
    'hana',
    roundStarted('pia', { pool: ['g1-q1'] }),
    { type: 'DeliberationStarted', roundId: 'r1' },
    { type: 'VerdictsOpened', roundId: 'r1', panel: [] },
    { type: 'DebriefOpened', roundId: 'r1' },
  ),
];

describe('a private debrief', () => {
  test('[NOTE-7] a decision replaces only the one that its author has read', () => {
    given(debriefing())
      .when('hana', { ...advance, replaces: null })
      .makes(recorded);
    const other = { ...advance, decision: 'hold' } as const;
    given(closed())
      .when('hana', { ...other, replaces: null })
      .rejects('changed-meanwhile');
    const replaces = stateOf(closed()).rounds[0]?.decision?.at ?? null;
    given(closed())
      .when('hana', { ...other, replaces })
      .makes({ ...recorded, decision: 'hold' });
  });

  test('[CLOSE-1] the candidate stays in the green room until the host calls them back', () => {
    given(debriefing()).when('hana', call).makes({ type: 'CandidateCalledBack', roundId: 'r1' });
    const called = [...debriefing(), ...by('hana', { type: 'CandidateCalledBack', roundId: 'r1' })];
    given(called).when('hana', call).changesNothing();
    given(debriefing()).when('pia', call).rejects('not-allowed');
    given(peerDebrief()).when('hana', call).rejects('not-allowed');
    for (const history of [deliberating(), closed()])
      given(history).when('hana', call).rejects('wrong-phase');
  });

  test('[SEE-24] nothing tells the candidate of a led room that the debrief has begun', () => {
    const [before, after] = [deliberating(), debriefing()].map((history) =>
      JSON.stringify(viewOf(stateOf(history), 'candidate')),
    );
    expect(after).toBe(before);
    const called = stateOf(debriefing(), by('hana', { type: 'CandidateCalledBack', roundId: 'r1' }));
    expect(viewOf(called, 'candidate')).toMatchObject({ round: { phase: 'debrief' } });
    expect(viewOf(stateOf(debriefing()), 'panel')).toMatchObject({ round: { phase: 'debrief' } });
    expect(viewOf(stateOf(peerDebrief()), 'candidate')).toMatchObject({ round: { phase: 'debrief' } });
  });
});

describe('the decision', () => {
  test('[CLOSE-2] it closes the round, and the next one can start with nothing published', () => {
    const outcome = given(debriefing()).when('hana', advance);
    outcome.makes(recorded);
    expect(outcome.state().rounds[0]).toMatchObject({ phase: 'closed', published: null });
    given(debriefing()).when('pia', advance).rejects('not-allowed');
    given(debriefing()).when('olga', advance).rejects('not-allowed');
    given(debriefing()).when('carl', advance).rejects('not-allowed');
    const next = [...closed(), ...joined('cleo', 'candidate')];
    given(next)
      .when('hana', { type: 'StartRound', candidateId: idOf('cleo') })
      .makes(roundStarted('cleo', { roundId: 'r2' }));
    given(closed()).when('hana', { type: 'EndRoom' }).makes({ type: 'RoomEnded' });
  });

  test('[CLOSE-2] the decision “none” closes a round too, and its ratings stay as they are', () => {
    const none = { ...advance, decision: 'none', why: '' } as const;
    const after = given(debriefing()).when('hana', none).state();
    expect(after.rounds[0]?.phase).toBe('closed');
    given(closed()).when('pia', { type: 'RateAgain', askId: 'a1', value: 1 }).rejects('wrong-phase');
  });

  test('[CLOSE-3] the host can record another one, later and after the end, and the same one changes nothing', () => {
    const hold = { ...advance, decision: 'hold' } as const;
    for (const history of [closed(), [...closed(), ...ended], published()])
      given(history)
        .when('hana', hold)
        .makes({ ...recorded, decision: 'hold' });
    given(closed()).when('hana', advance).changesNothing();
    for (const history of [ledRound(), deliberating()])
      given(history).when('hana', advance).rejects('wrong-phase');
    given(peerDebrief()).when('hana', advance).rejects('not-allowed');
    given(closed())
      .when('hana', { ...hold, roundId: 'r9' })
      .rejects('no-round');
  });

  test('[CLOSE-3] the host sees what was decided about an earlier round, and its candidates and those of others do not', () => {
    const later = [
      ...closed(),
      ...joined('cleo', 'candidate'),
      ...by('hana', roundStarted('cleo', { roundId: 'r2' })),
    ];
    given(later)
      .when('hana', { ...advance, decision: 'hold' })
      .makes({ ...recorded, decision: 'hold' });
    expect(viewOf(stateOf(later), 'host')).toMatchObject({
      closings: { r1: { decision: { decision: 'advance', why: 'two for' } } },
    });
    for (const channel of ['candidate', 'bench'] as const)
      expect(JSON.stringify(viewOf(stateOf(later), channel))).not.toContain('two for');
  });

  test('[CLOSE-3] a host who was not there replaces no decision that they cannot read', () => {
    const handed = { type: 'HostChanged', from: idOf('hana'), to: idOf('nia'), how: 'handed-over' } as const;
    const later = [...closed(), ...joined('nia'), ...by('hana', handed)];
    given(later)
      .when('nia', { ...advance, decision: 'hold' })
      .rejects('not-allowed');
    const there = [...debriefing(), ...joined('nia'), ...by('hana', recorded, handed)];
    given(there)
      .when('nia', { ...advance, decision: 'hold' })
      .makes({ ...recorded, decision: 'hold' });
  });

  test('[CLOSE-4] dissent is a verdict that goes the other way', () => {
    const dissents = (decision: Parameters<typeof isDissent>[0]) =>
      VERDICTS.filter((verdict) => isDissent(decision, verdict));
    expect(dissents('advance')).toEqual(['strong-no', 'no']);
    expect(dissents('decline')).toEqual(['yes', 'strong-yes']);
    expect([...dissents('hold'), ...dissents('none')]).toEqual([]);
  });

  test('[SEE-21] the panel and its observers see it, and no candidate does', () => {
    const state = stateOf(closed());
    for (const name of ['hana', 'pia', 'olga'])
      expect(mineOf(state, idOf(name))).toMatchObject({
        decision: { decision: 'advance', why: 'two for' },
        joinedAfter: false,
      });
    expect(JSON.stringify(fullFrame(state, idOf('carl'), START))).not.toMatch(/advance|two for/);
    for (const channel of ['panel', 'candidate', 'bench', 'waiting'] as const)
      expect(JSON.stringify(viewOf(state, channel))).not.toMatch(/advance|two for/);
  });

  test('[CLOSE-5] nobody who joined the panel after the round sees it, nor whether there is one', () => {
    const handed = { type: 'HostChanged', from: idOf('hana'), to: idOf('nia'), how: 'handed-over' } as const;
    const closedBy = (decision: 'advance' | 'none', why: string) => [
      ...debriefing(),
      ...by('hana', { ...recorded, decision, why }),
      ...joined('nia'),
      ...joined('otto', 'observer'),
    ];
    const seen = (history: Happened[], name: string) =>
      JSON.stringify(fullFrame(stateOf(history), idOf(name), START));
    for (const more of [[], by('hana', handed)])
      for (const name of ['nia', 'otto']) {
        expect(seen([...closedBy('advance', 'two for'), ...more], name)).toBe(
          seen([...closedBy('none', ''), ...more], name),
        );
        const mine = mineOf(stateOf(closedBy('advance', 'two for')), idOf(name));
        expect(mine).toMatchObject({ decision: null, joinedAfter: true });
      }
  });

  test('[CLOSE-5] a panelist whose role becomes candidate no longer sees it', () => {
    const state = stateOf(
      closed(),
      by('hana', { type: 'RoleChanged', memberId: idOf('paul'), role: 'candidate' }),
    );
    expect(mineOf(state, idOf('paul'))).toMatchObject({ decision: null, joinedAfter: false });
  });
});

describe('a closed round', () => {
  test('[JOIN-8] makes room for the next candidate', () => {
    const join = {
      type: 'JoinRoom',
      memberId: idOf('cleo'),
      principalIds: ['pr_cleo'] as [string],
      name: 'Cleo',
      tokenHash: 'candidate',
    } as const;
    const cleo = (history: Happened[]) => given(history).when(null, join).state().members.at(-1);
    expect(cleo(debriefing())).toMatchObject({ memberId: idOf('cleo'), status: 'waiting' });
    expect(cleo(closed())).toMatchObject({ memberId: idOf('cleo'), status: 'in' });
  });

  test('[PUBLISH-2] closing it fixes who took part, also for a later publishing', () => {
    const later = [...closed(), ...joined('zoe', 'observer')];
    const after = given(later)
      .when('hana', { type: 'PublishRound', roundId: 'r1', sharing: EVERYTHING_SHARED })
      .state();
    expect(after.rounds[0]?.participants.map(({ memberId }) => memberId)).not.toContain(idOf('zoe'));
    expect(after.rounds[0]?.participants).toContainEqual({ memberId: idOf('carl'), role: 'candidate' });
  });

  test('[PUBLISH-2] its candidate took part, even if they were removed before it was over', () => {
    const removed = (name: string) => by('hana', { type: 'MemberRemoved', memberId: idOf(name) });
    const state = stateOf(debriefing(), removed('carl'), removed('paul'), by('hana', recorded));
    const participants = state.rounds[0]?.participants ?? [];
    expect(participants).toContainEqual({ memberId: idOf('carl'), role: 'candidate' });
    expect(participants.map(({ memberId }) => memberId)).not.toContain(idOf('paul'));
  });
});
