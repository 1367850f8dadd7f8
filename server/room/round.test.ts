import { describe, expect, test } from 'vitest';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '../protocol/words';
import { by, given, idOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  ledLobby,
  ledRound,
  opened,
  peerLobby,
  published,
  roundStarted,
  verdictsOpened,
} from '../testing/stories';
import { nextCandidate } from './rotation/next';

const start = (name: string | null) =>
  ({ type: 'StartRound', candidateId: name === null ? null : idOf(name) }) as const;
const sharing = SHARED_AT_FIRST;

describe('starting', () => {
  test('[ROUND-1] a led round starts with its candidate, whether or not the command names them', () => {
    for (const name of ['carl', null])
      given(ledLobby()).when('hana', start(name)).makes(roundStarted('carl'));
  });

  test('[ROUND-1] nobody else can be its candidate, nor anybody who is not in the room', () => {
    given(ledLobby()).when('hana', start('pia')).rejects('no-candidate');
    given(ledLobby()).when('hana', start('zoe')).rejects('no-candidate');
    given(opened('led'), joined('pia')).when('hana', start(null)).rejects('no-candidate');
    given(opened('led'), joined('carl', 'candidate', true))
      .when('hana', start('carl'))
      .rejects('no-candidate');
    given(peerLobby(), joined('olga', 'observer')).when('hana', start('olga')).rejects('no-candidate');
    given(ledLobby()).when('pia', start(null)).rejects('not-allowed');
  });

  test('[ROUND-1] after a published round the next candidate is one who has not had a round', () => {
    given(published()).when('hana', start(null)).rejects('no-candidate');
    given(published(), joined('cleo', 'candidate'))
      .when('hana', start(null))
      .makes(roundStarted('cleo', { roundId: 'r2' }));
  });

  test('[ROUND-2] only one round is live at a time', () => {
    for (const history of [ledRound(), deliberating(), debriefing()])
      given(history).when('hana', start('carl')).rejects('round-live');
  });

  test('[ROUND-3] a round needs a rater besides its candidate', () => {
    const alone = [...opened('led', { hostRates: false }), ...joined('carl', 'candidate')];
    given(alone).when('hana', start(null)).rejects('no-panel');
    given(alone, joined('olga', 'observer')).when('hana', start(null)).rejects('no-panel');
    given(alone, joined('pia')).when('hana', start(null)).makes(roundStarted('carl'));
    given(opened('led'), joined('carl', 'candidate')).when('hana', start(null)).makes(roundStarted('carl'));
    given(opened('peer')).when('hana', start('hana')).rejects('no-panel');
  });
});

describe('phases', () => {
  const deliberate = { type: 'StartDeliberation', roundId: 'r1' } as const;
  const debrief = { type: 'OpenDebrief', roundId: 'r1' } as const;
  const publish = { type: 'PublishRound', roundId: 'r1', sharing } as const;

  test('[ROUND-4] a round goes forward through its phases', () => {
    given(ledRound()).when('hana', deliberate).makes({ type: 'DeliberationStarted', roundId: 'r1' });
    given(verdictsOpened()).when('hana', debrief).makes({ type: 'DebriefOpened', roundId: 'r1' });
    given(debriefing()).when('hana', publish).makes({ type: 'RoundPublished', roundId: 'r1', sharing });
  });

  test('[ROUND-4] a round takes no step out of order', () => {
    for (const history of [deliberating(), debriefing(), published()])
      given(history).when('hana', deliberate).rejects('wrong-phase');
    for (const history of [ledRound(), debriefing(), published()])
      given(history).when('hana', debrief).rejects('wrong-phase');
    for (const history of [ledRound(), deliberating(), published()])
      given(history).when('hana', publish).rejects('wrong-phase');
    const push = { type: 'PushItem', itemId: 'g2-q1', liveAskId: null } as const;
    for (const history of [deliberating(), debriefing(), published()])
      given(history).when('hana', push).rejects('wrong-phase');
    for (const type of ['SubmitRating', 'RateAgain'] as const)
      given(published()).when('hana', { type, askId: 'a1', value: 3 }).rejects('wrong-phase');
  });

  test('[ROUND-4] commands about a round that is not the newest, or does not exist, are rejected', () => {
    given(ledLobby()).when('hana', deliberate).rejects('no-round');
    given(ledLobby()).when('hana', { type: 'PushItem', itemId: 'x1', liveAskId: null }).rejects('no-round');
    given(ledRound())
      .when('hana', { ...deliberate, roundId: 'r2' })
      .rejects('wrong-phase');
  });

  test('[ROUND-5] deliberation closes the live ask and its clock', () => {
    const outcome = given(asked()).when('hana', deliberate);
    outcome.makes(
      { type: 'AskClosed', askId: 'a1' },
      { type: 'DeliberationStarted', roundId: 'r1', liveAskId: 'a1' },
    );
    expect(outcome.state().rounds[0]).toMatchObject({
      liveAskId: null,
      asks: [{ status: 'closed', clock: { runningSince: null } }],
    });
  });
});

describe('publishing', () => {
  const publish = { type: 'PublishRound', roundId: 'r1', sharing } as const;

  test('[PUBLISH-1] a led round shares with its candidate what the host chose', () => {
    given(debriefing()).when('hana', publish).makes({ type: 'RoundPublished', roundId: 'r1', sharing });
    given(debriefing()).when('pia', publish).rejects('not-allowed');
  });

  test('[PUBLISH-1] a peer round shares everything', () => {
    const round = by(
      'hana',
      roundStarted('pia', { pool: ['g1-q1'] }),
      { type: 'DeliberationStarted', roundId: 'r1' },
      { type: 'VerdictsOpened', roundId: 'r1', panel: [] },
      { type: 'DebriefOpened', roundId: 'r1' },
    );
    given(peerLobby(), round)
      .when('hana', publish)
      .makes({ type: 'RoundPublished', roundId: 'r1', sharing: EVERYTHING_SHARED });
  });

  test('[PUBLISH-2] publishing fixes who took part: people who are here, and people who left after rating', () => {
    const gone = [
      ...by('paul', { type: 'MemberLeft', memberId: idOf('paul') }),
      ...by('hana', { type: 'MemberRemoved', memberId: idOf('pia') }),
      ...joined('zoe', 'observer', true),
    ];
    const after = given(debriefing(), gone).when('hana', publish).state();
    expect(after.rounds[0]?.participants).toEqual([
      { memberId: idOf('hana'), role: 'panelist' },
      { memberId: idOf('olga'), role: 'observer' },
      { memberId: idOf('carl'), role: 'candidate' },
      { memberId: idOf('paul'), role: 'panelist' },
    ]);
  });

  test('[PUBLISH-2] the candidate took part even if they left; another round’s candidate did not', () => {
    const left = by('carl', { type: 'MemberLeft', memberId: idOf('carl') });
    const after = given(debriefing(), left).when('hana', publish).state();
    expect(after.rounds[0]?.participants).toContainEqual({ memberId: idOf('carl'), role: 'candidate' });
    const second = by(
      'hana',
      roundStarted('cleo', { roundId: 'r2' }),
      { type: 'DeliberationStarted', roundId: 'r2' },
      { type: 'DebriefOpened', roundId: 'r2' },
    );
    const later = given(published(), joined('cleo', 'candidate'), second)
      .when('hana', { ...publish, roundId: 'r2' })
      .state();
    expect(later.rounds[1]?.participants.map((one) => one.memberId)).not.toContain(idOf('carl'));
    expect(nextCandidate(later)).toBeUndefined();
  });
});
