import { describe, expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  ledLobby,
  ledRound,
  peerLobby,
  pushed,
  rated,
  roundStarted,
  verdictGiven,
  verdictsOpened,
} from '../testing/stories';
import { mineOf } from './core/mine';
import { audienceOf } from './core/state';
import { viewOf } from './core/views';
import { verdictsFrom } from './late';

const round = { roundId: 'r1' } as const;

describe('taking back', () => {
  test('[BACK-1] the host resumes asking while the verdicts are face down, and what was written is kept', () => {
    const history = [...deliberating(), ...verdictGiven('pia')];
    const outcome = given(history).when('hana', { type: 'ResumeAsking', ...round });
    outcome.makes({ type: 'AskingResumed', ...round });
    expect(outcome.state().rounds[0]).toMatchObject({
      phase: 'asking',
      verdicts: { [idOf('pia')]: { verdict: 'yes' } },
    });
    given(verdictsOpened())
      .when('hana', { type: 'ResumeAsking', ...round })
      .rejects('verdicts-open');
    given(debriefing())
      .when('hana', { type: 'ResumeAsking', ...round })
      .rejects('wrong-phase');
    given(asked())
      .when('hana', { type: 'ResumeAsking', ...round })
      .changesNothing();
    given(deliberating())
      .when('pia', { type: 'ResumeAsking', ...round })
      .rejects('not-allowed');
  });

  test('[BACK-2] a round that began by mistake leaves nothing but the questions that were heard', () => {
    const outcome = given(asked()).when('hana', { type: 'DiscardRound', ...round });
    outcome.makes({ type: 'RoundDiscarded', ...round });
    expect(outcome.state()).toMatchObject({ phase: 'lobby', rounds: [], discarded: [{ roundId: 'r1' }] });
    expect(audienceOf(outcome.state(), idOf('carl'))).toBe('candidate');
    given(asked(), rated('pia', 3))
      .when('hana', { type: 'DiscardRound', ...round })
      .state();
    given(asked(), by('pia', pushed('a2', 'g2-q1')))
      .when('hana', { type: 'DiscardRound', ...round })
      .rejects('asked-already');
    given(deliberating())
      .when('hana', { type: 'DiscardRound', ...round })
      .rejects('wrong-phase');
  });

  test('[BACK-2] a room discards fifty rounds, and no more', () => {
    const rounds = Array.from({ length: LIMITS.discarded }, (_, index) => `r${index + 2}`);
    const begun = rounds.map((roundId) => roundStarted('carl', { roundId }));
    const gone = begun.flatMap((event, index) => [
      event,
      { type: 'RoundDiscarded', roundId: rounds[index] ?? '' } as const,
    ]);
    given(ledLobby(), by('hana', ...gone, roundStarted('carl')))
      .when('hana', { type: 'DiscardRound', ...round })
      .rejects('too-many');
  });

  test('[BACK-2] ids are never used twice, and questions that peers heard are not dealt again', () => {
    const discarded = by('hana', { type: 'RoundDiscarded', ...round });
    given(ledRound(), discarded)
      .when('hana', { type: 'StartRound', candidateId: null })
      .makes(expect.objectContaining({ type: 'RoundStarted', roundId: 'r2' }));
    const heard = by('hana', roundStarted('pia', { pool: ['g1-q1', 'g2-q1'] }), {
      type: 'ItemPushed',
      askId: 'a1',
      itemId: 'g1-q1',
      targetMs: 1,
    });
    const after = given(peerLobby(), heard, discarded)
      .when('hana', { type: 'StartRound', candidateId: null })
      .state();
    expect(after.rounds[0]?.pool).not.toContain('g1-q1');
  });

  test('[BACK-2] a panelist who joined late in a discarded round is waited for in the next', () => {
    const again = by('hana', { type: 'RoundDiscarded', ...round }, roundStarted('carl', { roundId: 'r2' }));
    const state = stateOf(
      asked(),
      joined('zoe'),
      by('zoe', { type: 'PartTaken', memberId: idOf('zoe'), ...round }),
      again,
      by('pia', pushed('a2', 'g1-q1')),
    );
    const [begun] = state.rounds;
    expect(mineOf(state, idOf('zoe'))?.late).toBe(false);
    expect(viewOf(state, 'panel')).toMatchObject({ asks: { asks: { a2: { rated: 0, of: 4 } } } });
    expect(begun && verdictsFrom(state, begun)).toContain(idOf('zoe'));
  });

  test('[BACK-2] a host who sat in a discarded round steers again', () => {
    const start = by(
      'hana',
      roundStarted('hana', { pool: ['g1-q1'], hostId: idOf('pia'), hostReturnsTo: idOf('hana') }),
    );
    const after = given(peerLobby(), start)
      .when('pia', { type: 'DiscardRound', ...round })
      .state();
    expect(after).toMatchObject({ hostId: idOf('hana'), hostReturnsTo: null });
  });

  test('[BACK-3] the host opens an ended room again', () => {
    const ended = by('hana', { type: 'RoomEnded' });
    given(asked(), ended).when('hana', { type: 'ReopenRoom' }).makes({ type: 'RoomReopened' });
    expect(stateOf(asked(), ended, by('hana', { type: 'RoomReopened' })).phase).toBe('live');
    expect(stateOf(ledLobby(), ended, by('hana', { type: 'RoomReopened' })).phase).toBe('lobby');
    given(asked()).when('hana', { type: 'ReopenRoom' }).changesNothing();
    given(asked(), ended).when('pia', { type: 'ReopenRoom' }).rejects('not-allowed');
  });
});
