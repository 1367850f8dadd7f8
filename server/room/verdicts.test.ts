import { describe, expect, test } from 'vitest';
import { inOrder } from '../protocol/in-order';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  published,
  verdictGiven,
  verdictsOpened,
} from '../testing/stories';
import type { RoomEvent } from './core/events';
import { verdictsSlice } from './verdicts';

const verdict = { type: 'SubmitVerdict', roundId: 'r1', verdict: 'no', rationale: 'thin' } as const;
const given1 = { type: 'VerdictSubmitted', roundId: 'r1', verdict: 'no', rationale: 'thin' } as const;
const panel = ['hana', 'pia', 'paul'].map(idOf);
const opens = (members = panel): RoomEvent => ({ type: 'VerdictsOpened', roundId: 'r1', panel: members });

describe('verdicts', () => {
  test('[VERDICT-1] raters submit one while the round is deliberating, and can change it', () => {
    given(deliberating()).when('pia', verdict).makes(given1);
    given(deliberating(), verdictGiven('pia')).when('pia', verdict).makes(given1);
    for (const history of [asked(), published()]) given(history).when('pia', verdict).rejects('wrong-phase');
    for (const name of ['olga', 'carl']) given(deliberating()).when(name, verdict).rejects('not-allowed');
  });

  test('[NOTE-7] the reason that another device gave since is not written over', () => {
    const history = [...deliberating(), ...verdictGiven('pia')];
    const saved = stateOf(history).rounds[0]?.verdicts[idOf('pia')]?.rationale ?? '';
    expect(saved).not.toBe('');
    given(history)
      .when('pia', { ...verdict, base: '' })
      .rejects('changed-meanwhile');
    given(history)
      .when('pia', { ...verdict, base: saved })
      .makes(given1);
    given(history)
      .when('pia', { ...verdict, rationale: saved, base: '' })
      .makes({ ...given1, rationale: saved });
  });

  test('[VERDICT-2] the last one opens them all, and until then there is only a count', () => {
    const two = [...deliberating(), ...verdictGiven('hana'), ...verdictGiven('pia')];
    expect(verdictsSlice(stateOf(two))).toEqual({ in: 2, of: 3, excused: [], opened: null });
    const outcome = given(two).when('paul', verdict);
    outcome.makes(given1, opens());
    const opened = inOrder(verdictsSlice(outcome.state())?.opened ?? {});
    expect(opened.map((one) => one.verdict)).toEqual(['yes', 'yes', 'no']);
  });

  test('[VERDICT-2] verdicts open when the last missing rater leaves; a verdict of a person who left stays', () => {
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

  test('[VERDICT-3] the host excuses a person who cannot give one, and nothing tells whether they had given one', () => {
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

  test('[VERDICT-3] excusing the last missing rater opens the others’ verdicts, and an excused rater may still give one', () => {
    const excused: RoomEvent = { type: 'VerdictExcused', roundId: 'r1', memberId: idOf('paul') };
    given(deliberating(), verdictGiven('hana'), verdictGiven('pia'))
      .when('hana', { type: 'ExcuseVerdict', roundId: 'r1', memberId: idOf('paul') })
      .makes(excused, opens());
    const after = given(deliberating(), by('hana', excused)).when('paul', verdict).state();
    expect(verdictsSlice(after)).toMatchObject({ in: 1, excused: [] });
  });

  test('[VERDICT-6] an excuse is taken back until the verdicts are open', () => {
    const excused = by('hana', { type: 'VerdictExcused', roundId: 'r1', memberId: idOf('paul') });
    const takeBack = { type: 'UnexcuseVerdict', roundId: 'r1', memberId: idOf('paul') } as const;
    const outcome = given(deliberating(), verdictGiven('hana'), excused).when('hana', takeBack);
    outcome.makes({ type: 'VerdictUnexcused', roundId: 'r1', memberId: idOf('paul') });
    expect(verdictsSlice(outcome.state())).toEqual({ in: 1, of: 3, excused: [], opened: null });
    given(deliberating()).when('hana', takeBack).changesNothing();
    given(deliberating(), excused).when('pia', takeBack).rejects('not-allowed');
    given(verdictsOpened()).when('hana', takeBack).rejects('verdicts-open');
    given(debriefing()).when('hana', takeBack).rejects('wrong-phase');
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

  test('[VERDICT-5] the debrief does not wait if nobody is left to give a verdict', () => {
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
