import { describe, expect, test } from 'vitest';
import { inOrder } from '../protocol/in-order';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  peerLobby,
  published,
  pushed,
  roundStarted,
  verdictGiven,
  verdictsOpened,
} from '../testing/stories';
import type { RoomEvent } from './events';
import { selfSlice, verdictsSlice } from './view-panel';
import { fullFrame } from './views';

const words = { roundId: 'r1', text: 'I rushed the trade-off', shared: true };
const reflect = { type: 'WriteReflection', ...words } as const;
const rateSelf = { type: 'RateSelf', askId: 'a1', value: 4 } as const;
const verdict = { type: 'SubmitVerdict', roundId: 'r1', verdict: 'no', rationale: 'thin' } as const;
const given1 = { type: 'VerdictSubmitted', roundId: 'r1', verdict: 'no', rationale: 'thin' } as const;
const panel = ['hana', 'pia', 'paul'].map(idOf);
const opens = (members = panel): RoomEvent => ({ type: 'VerdictsOpened', roundId: 'r1', panel: members });

describe('the green room', () => {
  test('[GREEN-1] the candidate reflects from the green room on', () => {
    for (const history of [deliberating(), debriefing(), published()])
      given(history)
        .when('carl', reflect)
        .makes({ type: 'ReflectionWritten', ...words });
    given(asked()).when('carl', reflect).rejects('wrong-phase');
    for (const name of ['hana', 'pia', 'olga'])
      given(deliberating()).when(name, reflect).rejects('not-allowed');
    const there = by('carl', { type: 'ReflectionWritten', ...words });
    given(deliberating(), there).when('carl', reflect).changesNothing();
  });

  test('[GREEN-1] words that arrive when the next round has begun are kept, and nobody else’s taken', () => {
    const next = by('hana', roundStarted('cleo', { roundId: 'r2' }));
    const later = [...published(), ...joined('cleo', 'candidate'), ...next];
    given(later)
      .when('carl', reflect)
      .makes({ type: 'ReflectionWritten', ...words });
    given(later).when('cleo', reflect).rejects('not-allowed');
    given(later)
      .when('carl', { ...reflect, roundId: 'r2' })
      .rejects('not-allowed');
    const rotated = by('hana', roundStarted('pia'), { type: 'DeliberationStarted', roundId: 'r1' });
    given(peerLobby(), rotated, by('hana', roundStarted('paul', { roundId: 'r2' })))
      .when('pia', reflect)
      .makes({ type: 'ReflectionWritten', ...words });
  });

  test('[GREEN-2] the candidate rates themself in the green room and the debrief', () => {
    for (const history of [deliberating(), debriefing()])
      given(history).when('carl', rateSelf).makes({ type: 'SelfRated', askId: 'a1', value: 4 });
    for (const history of [asked(), published()])
      given(history).when('carl', rateSelf).rejects('wrong-phase');
    const there = by('carl', { type: 'SelfRated', askId: 'a1', value: 4 });
    given(deliberating(), there).when('carl', rateSelf).changesNothing();
  });

  test('[GREEN-2] and nobody else does, nor on another’s ask', () => {
    for (const name of ['hana', 'pia', 'olga'])
      given(deliberating()).when(name, rateSelf).rejects('not-allowed');
    const second = by('hana', roundStarted('cleo', { roundId: 'r2' }), pushed('a2', 'g1-q1'));
    given(published(), joined('cleo', 'candidate'), second).when('cleo', rateSelf).rejects('not-allowed');
    given(published(), joined('cleo', 'candidate'), second)
      .when('carl', { ...rateSelf, askId: 'a2' })
      .rejects('not-allowed');
  });

  test('[GREEN-3] the panel sees it from the debrief on', () => {
    const self = by(
      'carl',
      { type: 'SelfRated', askId: 'a1', value: 4 },
      { type: 'ReflectionWritten', ...words },
    );
    expect(selfSlice(stateOf(deliberating(), self))).toBeNull();
    expect(selfSlice(stateOf(debriefing(), self))).toEqual({
      ratings: { a1: { value: 4 } },
      reflection: words.text,
    });
    const kept = by('carl', { type: 'ReflectionWritten', ...words, shared: false });
    expect(selfSlice(stateOf(debriefing(), kept))).toEqual({ ratings: {}, reflection: null });
    expect(fullFrame(stateOf(deliberating(), self), idOf('carl'), 0)?.mine).toMatchObject({
      selfRatings: { a1: { value: 4 } },
      reflection: { text: words.text },
    });
  });
});

describe('verdicts', () => {
  test('[VERDICT-1] raters give one while they deliberate, and change it', () => {
    given(deliberating()).when('pia', verdict).makes(given1);
    given(deliberating(), verdictGiven('pia')).when('pia', verdict).makes(given1);
    for (const history of [asked(), published()]) given(history).when('pia', verdict).rejects('wrong-phase');
    for (const name of ['olga', 'carl']) given(deliberating()).when(name, verdict).rejects('not-allowed');
  });

  test('[VERDICT-2] the last one opens them all, and before that there is a count', () => {
    const two = [...deliberating(), ...verdictGiven('hana'), ...verdictGiven('pia')];
    expect(verdictsSlice(stateOf(two))).toEqual({ in: 2, of: 3, excused: [], opened: null });
    const outcome = given(two).when('paul', verdict);
    outcome.makes(given1, opens());
    const opened = inOrder(verdictsSlice(outcome.state())?.opened ?? {});
    expect(opened.map((one) => one.verdict)).toEqual(['yes', 'yes', 'no']);
  });

  test('[VERDICT-2] also when the last one missing leaves; one that was given by then stays', () => {
    const two = [...deliberating(), ...verdictGiven('hana'), ...verdictGiven('pia')];
    given(two)
      .when('paul', { type: 'LeaveRoom' })
      .makes({ type: 'MemberLeft', memberId: idOf('paul') }, opens(['hana', 'pia'].map(idOf)));
    given(
      deliberating(),
      verdictGiven('hana'),
      by('hana', { type: 'VerdictExcused', roundId: 'r1', memberId: idOf('paul') }),
      by('pia', given1),
      joined('zoe'),
    )
      .when('zoe', { type: 'LeaveRoom' })
      .makes({ type: 'MemberLeft', memberId: idOf('zoe') }, opens());
  });

  test('[VERDICT-3] the host excuses who cannot give one, and nothing tells whether they had', () => {
    const excuse = { type: 'ExcuseVerdict', roundId: 'r1', memberId: idOf('paul') } as const;
    const excused: RoomEvent = { type: 'VerdictExcused', roundId: 'r1', memberId: idOf('paul') };
    const without = [...deliberating(), ...verdictGiven('pia')];
    const within = [...deliberating(), ...verdictGiven('paul')];
    for (const history of [without, within]) {
      const outcome = given(history).when('hana', excuse);
      outcome.makes(excused);
      expect(verdictsSlice(outcome.state())).toEqual({ in: 1, of: 3, excused: [idOf('paul')], opened: null });
    }
    given(without, by('hana', excused)).when('hana', excuse).changesNothing();
    given(without)
      .when('hana', { ...excuse, memberId: idOf('olga') })
      .rejects('not-found');
    given(verdictsOpened()).when('hana', excuse).rejects('wrong-phase');
  });

  test('[VERDICT-3] excusing the last one missing opens the others’, and who is excused may still give one', () => {
    const excused: RoomEvent = { type: 'VerdictExcused', roundId: 'r1', memberId: idOf('paul') };
    given(deliberating(), verdictGiven('hana'), verdictGiven('pia'))
      .when('hana', { type: 'ExcuseVerdict', roundId: 'r1', memberId: idOf('paul') })
      .makes(excused, opens());
    const after = given(deliberating(), by('hana', excused)).when('paul', verdict).state();
    expect(verdictsSlice(after)).toMatchObject({ in: 1, excused: [] });
  });

  test('[VERDICT-4] open verdicts stay as they are', () => {
    given(verdictsOpened()).when('pia', verdict).rejects('verdicts-open');
    given(verdictsOpened(), joined('zoe')).when('zoe', verdict).rejects('verdicts-open');
  });

  test('[VERDICT-5] the debrief waits for every verdict', () => {
    const debrief = { type: 'OpenDebrief', roundId: 'r1' } as const;
    given(deliberating()).when('hana', debrief).rejects('verdicts-missing');
    given(verdictsOpened()).when('hana', debrief).makes({ type: 'DebriefOpened', roundId: 'r1' });
  });

  test('[VERDICT-5] but not where nobody is left to give one', () => {
    const debrief = { type: 'OpenDebrief', roundId: 'r1' } as const;
    const excused = by(
      'hana',
      ...panel.map((memberId): RoomEvent => ({ type: 'VerdictExcused', roundId: 'r1', memberId })),
    );
    given(deliberating(), excused)
      .when('hana', debrief)
      .makes(opens(), { type: 'DebriefOpened', roundId: 'r1' });
    const gone = ['pia', 'paul'].flatMap((name) => by(name, { type: 'MemberLeft', memberId: idOf(name) }));
    given(deliberating({ hostRates: false }), gone)
      .when('hana', debrief)
      .makes(opens([]), { type: 'DebriefOpened', roundId: 'r1' });
  });
});
