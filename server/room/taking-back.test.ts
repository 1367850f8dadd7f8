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
/** The host finishes asking while a question is live. */
const cutShort = by(
  'hana',
  { type: 'AskClosed', askId: 'a1' },
  { type: 'DeliberationStarted', ...round, liveAskId: 'a1' },
);

describe('taking back', () => {
  test('[BACK-1] the host resumes asking while the verdicts are face down, and the ask that was live is live again', () => {
    const finished = given(asked()).when('hana', { type: 'StartDeliberation', ...round });
    finished.makes(
      { type: 'AskClosed', askId: 'a1' },
      { type: 'DeliberationStarted', ...round, liveAskId: 'a1' },
    );
    const outcome = given(asked(), cutShort).when('hana', { type: 'ResumeAsking', ...round });
    outcome.makes({ type: 'AskingResumed', ...round, anew: true }, { type: 'AskReturned', askId: 'a1' });
    expect(outcome.state().rounds[0]).toMatchObject({ phase: 'asking', liveAskId: 'a1' });
    given(asked(), by('hana', { type: 'AskSkipped', askId: 'a1' }, { type: 'DeliberationStarted', ...round }))
      .when('hana', { type: 'ResumeAsking', ...round })
      .makes({ type: 'AskingResumed', ...round, anew: true });
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

  test('[BACK-1] verdicts are asked anew after asking is resumed, and each author sees their own old words', () => {
    const resumed = by('hana', { type: 'AskingResumed', ...round, anew: true });
    const again = stateOf(asked(), cutShort, verdictGiven('pia'), verdictGiven('paul'), resumed, cutShort);
    expect(again.rounds[0]?.verdicts).toEqual({});
    expect(mineOf(again, idOf('pia'))).toMatchObject({
      verdict: null,
      setAside: { verdict: 'yes', rationale: 'because pia' },
    });
    expect(mineOf(again, idOf('hana'))?.setAside).toBeNull();
    const history = [asked(), cutShort, verdictGiven('pia'), verdictGiven('paul'), resumed, cutShort];
    given(...history)
      .when('hana', { type: 'SubmitVerdict', ...round, verdict: 'yes', rationale: '' })
      .makes(expect.objectContaining({ type: 'VerdictSubmitted' }));
  });

  test('[BACK-1] in a record of an earlier version, verdicts stay when asking is resumed', () => {
    const resumed = by('hana', { type: 'AskingResumed', ...round });
    expect(stateOf(deliberating(), verdictGiven('pia'), resumed).rounds[0]).toMatchObject({
      phase: 'asking',
      verdicts: { [idOf('pia')]: { verdict: 'yes' } },
    });
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

  test('[BACK-3] those who were waiting when the room ended wait again, and nobody else who was declined', () => {
    const history = [
      asked(),
      joined('wanda', 'observer', true),
      joined('dora', 'observer', true),
      by('hana', { type: 'MemberDeclined', memberId: idOf('dora') }),
      by('hana', { type: 'MemberDeclined', memberId: idOf('wanda'), atEnd: true }, { type: 'RoomEnded' }),
    ];
    expect(stateOf(...history).members.find(({ name }) => name === 'wanda')).toMatchObject({
      status: 'declined',
      declines: 0,
    });
    const outcome = given(...history).when('hana', { type: 'ReopenRoom' });
    outcome.makes(
      { type: 'RoomReopened' },
      { type: 'MemberReturned', memberId: idOf('wanda'), waiting: true },
    );
    expect(audienceOf(outcome.state(), idOf('wanda'))).toBe('waiting');
  });
});
