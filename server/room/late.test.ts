import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import { asked, deliberating, joined, pushed, rated, verdictGiven } from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

/** Zoe is let in while the first question is live. */
const late = (...more: Parameters<typeof stateOf>) => [
  ...asked({ autoReveal: true }),
  ...joined('zoe'),
  ...more.flat(),
];

describe('a panelist who joins late', () => {
  test('[LATE-1] is not missing for the questions before, and counts from the next one on', () => {
    const two = [...rated('hana', 3), ...rated('pia', 3)];
    const opens = given(late(two)).when('paul', { type: 'SubmitRating', askId: 'a1', value: 4 }).state();
    expect(opens.rounds[0]?.asks[0]?.reveal?.panel).toEqual(['hana', 'pia', 'paul'].map(idOf));
    const next = by('pia', { type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1'));
    expect(viewOf(stateOf(late(next)), 'panel')).toMatchObject({
      asks: { asks: { a1: { of: 3 }, a2: { of: 4 } } },
    });
  });

  test('[LATE-1] counts in an earlier question if they rate it', () => {
    expect(viewOf(stateOf(late(rated('zoe', 2))), 'panel')).toMatchObject({
      asks: { asks: { a1: { rated: 1, of: 4 } } },
    });
  });

  const closed = by(
    'hana',
    { type: 'AskClosed', askId: 'a1' },
    { type: 'DeliberationStarted', roundId: 'r1' },
  );
  const afterwards = late(rated('hana', 3), closed, verdictGiven('hana'), verdictGiven('pia'));
  const verdict = { type: 'SubmitVerdict', roundId: 'r1', verdict: 'yes', rationale: '' } as const;

  test('[LATE-2] does not hold up the verdicts', () => {
    expect(mineOf(stateOf(afterwards), idOf('zoe'))).toMatchObject({ late: true, rates: true });
    const after = given(afterwards).when('paul', verdict).state();
    expect(after.rounds[0]?.verdictsOpened?.panel).toEqual(['hana', 'pia', 'paul'].map(idOf));
  });

  test('[LATE-2] holds up the verdicts once they say that they take part', () => {
    const part = { type: 'TakePart', roundId: 'r1' } as const;
    const taken = given(afterwards).when('zoe', part);
    taken.makes({ type: 'PartTaken', memberId: idOf('zoe'), roundId: 'r1' });
    const with_ = [...afterwards, ...by('zoe', { type: 'PartTaken', memberId: idOf('zoe'), roundId: 'r1' })];
    expect(given(with_).when('paul', verdict).state().rounds[0]?.verdictsOpened).toBeNull();
    given(with_).when('zoe', part).changesNothing();
    given(deliberating()).when('pia', part).changesNothing();
    given(deliberating({ hostRates: false }))
      .when('hana', part)
      .rejects('not-a-rater');
    const open = by('paul', { type: 'VerdictsOpened', roundId: 'r1', panel: [] });
    given(afterwards, open).when('zoe', part).rejects('wrong-phase');
  });
});
