import { describe, expect, test } from 'vitest';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '../protocol/words';
import { by, given, idOf, START, stateOf } from '../testing/given';
import { debriefing, joined, published, roundStarted } from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const publish = { type: 'PublishRound', roundId: 'r1', sharing: SHARED_AT_FIRST } as const;
const change = { type: 'ChangeSharing', roundId: 'r1', sharing: EVERYTHING_SHARED } as const;
const withdraw = { type: 'WithdrawScorecard', roundId: 'r1' } as const;
const closed = () => [
  ...debriefing(),
  ...by('hana', { type: 'DecisionRecorded', roundId: 'r1', decision: 'none', why: '' }),
];
const nextRound = () => [
  ...joined('cleo', 'candidate'),
  ...by('hana', roundStarted('cleo', { roundId: 'r2' })),
];

describe('publishing later', () => {
  test('[PUBLISH-1] a closed round can be published, also in the next one and after the end', () => {
    const event = { ...publish, type: 'RoundPublished' } as const;
    for (const history of [closed(), [...closed(), ...nextRound()]]) {
      given(history).when('hana', publish).makes(event);
      given(history, by('hana', { type: 'RoomEnded' }))
        .when('hana', publish)
        .makes(event);
    }
    given(closed()).when('carl', publish).rejects('not-allowed');
  });

  test('[PUBLISH-1] its candidate has the scorecard from then on, on the bench as well', () => {
    const before = stateOf(closed(), nextRound());
    expect(mineOf(before, idOf('carl'))).toMatchObject({ satIn: 'r1', scorecardIn: null });
    const after = given(closed(), nextRound()).when('hana', publish).state();
    expect(mineOf(after, idOf('carl'))).toMatchObject({ satIn: 'r1', scorecardIn: 'r1' });
  });

  test('[PUBLISH-3] the host can change and withdraw what is shared, and the room keeps what was shared before', () => {
    given(published())
      .when('hana', change)
      .makes({ ...change, type: 'SharingChanged' });
    given(published())
      .when('hana', { ...change, sharing: SHARED_AT_FIRST })
      .changesNothing();
    const events = by('hana', { ...change, type: 'SharingChanged' });
    const after = given(published(), events).when('hana', withdraw).state();
    const at = START + (published().length - 1) * 1_000;
    expect(after.rounds[0]).toMatchObject({
      phase: 'closed',
      published: null,
      sharedBefore: [
        { sharing: SHARED_AT_FIRST, from: at, until: at + 1_000 },
        { sharing: EVERYTHING_SHARED, from: at + 1_000, until: at + 2_000 },
      ],
    });
    given(published(), by('hana', { ...withdraw, type: 'ScorecardWithdrawn' }))
      .when('hana', publish)
      .makes({ ...publish, type: 'RoundPublished' });
  });

  test('[PUBLISH-6] the panel still sees after a withdrawal that the candidate had the scorecard', () => {
    const withdrawn = by('hana', { ...withdraw, type: 'ScorecardWithdrawn' });
    const histories = [closed(), published(), [...published(), ...withdrawn]];
    for (const channel of ['host', 'panel'] as const) {
      const views = histories.map((history) => viewOf(stateOf(history), channel));
      expect(views).toMatchObject([false, true, true].map((wasPublished) => ({ closing: { wasPublished } })));
    }
    const candidate = viewOf(stateOf(published(), withdrawn), 'candidate');
    expect(JSON.stringify(candidate)).not.toContain('wasPublished');
  });

  test('[PUBLISH-3] nothing can be changed while nothing is published, nor among peers', () => {
    for (const command of [change, withdraw]) {
      given(closed()).when('hana', command).rejects('wrong-phase');
      given(published()).when('pia', command).rejects('not-allowed');
    }
    const peers = stateOf(published({ format: 'peer' }));
    expect(peers.rounds[0]?.published).not.toBeNull();
    for (const command of [change, withdraw])
      given(published({ format: 'peer' }))
        .when('hana', command)
        .rejects('not-allowed');
  });

  test('[PUBLISH-5] a host who was not there can publish, and sees nothing else of the round', () => {
    const handed = { type: 'HostChanged', from: idOf('hana'), to: idOf('nia'), how: 'handed-over' } as const;
    const decided = { type: 'DecisionRecorded', roundId: 'r1', decision: 'hold', why: 'two-for' } as const;
    const history = [...debriefing(), ...by('hana', decided), ...nextRound(), ...joined('nia')];
    expect(viewOf(stateOf(history), 'host')).toMatchObject({
      closings: { r1: { isOpen: true, decision: { why: 'two-for' } } },
    });
    const after = [...history, ...by('hana', handed)];
    const view = viewOf(stateOf(after), 'host');
    expect(view).toMatchObject({ closings: { r1: { isOpen: false, decision: null, candidate: 'carl' } } });
    expect(JSON.stringify(view)).not.toContain('two-for');
    given(after)
      .when('nia', publish)
      .makes({ ...publish, type: 'RoundPublished' });
  });

  test('[SEE-23] the host sees what candidates get, and they see only that they have something to open', () => {
    const state = stateOf(published());
    expect(viewOf(state, 'host')).toMatchObject({
      closings: { r1: { published: { sharing: SHARED_AT_FIRST }, sharedBefore: [] } },
    });
    for (const channel of ['panel', 'candidate'] as const)
      expect(JSON.stringify(viewOf(state, channel))).not.toContain('"means"');
    expect(viewOf(state, 'candidate')).toMatchObject({ published: { roundId: 'r1' } });
  });
});
