import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  deliberating,
  ledRound,
  peerLobby,
  pushed,
  rated,
  revealed,
  roundStarted,
} from '../testing/stories';
import { mineOf } from './core/mine';
import { fullFrame, viewOf } from './core/views';
import { firstRatings, revealStats } from './scoring';

const rate = (value: number | null) => ({ type: 'SubmitRating', askId: 'a1', value }) as const;

describe('ratings', () => {
  test('[RATE-1] 1 to 5 or not assessed, by those who listen', () => {
    for (const name of ['hana', 'pia', 'olga'])
      for (const value of [1, 5, null])
        given(asked()).when(name, rate(value)).makes({ type: 'RatingSubmitted', askId: 'a1', value });
    given(asked()).when('carl', rate(3)).rejects('not-allowed');
  });

  test('[RATE-1] in a peer room the person in the hot seat does not rate', () => {
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }), pushed('a1', 'g1-q1'));
    given(peerLobby(), round).when('pia', rate(5)).rejects('not-allowed');
    given(peerLobby(), round).when('paul', rate(5)).makes({ type: 'RatingSubmitted', askId: 'a1', value: 5 });
  });

  test('[RATE-2] a first rating can change until the reveal', () => {
    given(asked(), rated('pia', 3))
      .when('pia', rate(4))
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 4 });
    given(asked(), rated('pia', 3)).when('pia', rate(3)).changesNothing();
  });

  test('[RATE-2] nobody gives a first rating after the reveal, not even a person who had given none', () => {
    given(revealed()).when('pia', rate(5)).rejects('already-revealed');
    given(revealed()).when('olga', rate(5)).rejects('already-revealed');
  });

  test('[RATE-3] nobody can rate or reveal a withdrawn or skipped ask', () => {
    for (const type of ['AskWithdrawn', 'AskSkipped'] as const) {
      const gone = [...asked(), ...rated('paul', 3), ...by('pia', { type, askId: 'a1' })];
      given(gone).when('pia', rate(3)).rejects('not-live');
      given(gone).when('hana', { type: 'RevealRatings', askId: 'a1' }).rejects('not-live');
    }
  });

  test('[RATE-4] rating again keeps the first rating', () => {
    const again = { type: 'RateAgain', askId: 'a1', value: 3 } as const;
    given(asked(), rated('pia', 4)).when('pia', again).rejects('not-revealed');
    const outcome = given(revealed()).when('pia', again);
    outcome.makes({ type: 'RatedAgain', askId: 'a1', value: 3 });
    expect(mineOf(outcome.state(), idOf('pia'))?.asks.a1).toMatchObject({
      first: { value: 4 },
      second: { value: 3 },
    });
    const twice = by('pia', { type: 'RatedAgain', askId: 'a1', value: 3 });
    given(revealed(), twice).when('pia', again).changesNothing();
  });

  test('[RATE-5] an observer’s rating counts nowhere, not even in the number of ratings', () => {
    const alone = stateOf(asked(), rated('olga', 1));
    expect(viewOf(alone, 'panel')).toEqual(viewOf(stateOf(asked()), 'panel'));
    expect(mineOf(alone, idOf('olga'))?.asks.a1?.first).toEqual({ value: 1 });
    given(asked(), rated('olga', 1))
      .when('hana', { type: 'RevealRatings', askId: 'a1' })
      .rejects('not-rated');
    const opened = given(asked(), rated('olga', 1), rated('pia', 5))
      .when('hana', { type: 'RevealRatings', askId: 'a1' })
      .state();
    expect(JSON.stringify(viewOf(opened, 'panel'))).not.toContain(`"memberId":"${idOf('olga')}"`);
    expect(opened.rounds[0]?.asks.map(firstRatings)).toEqual([[5]]);
  });

  test('[RATE-5] auto-reveal does not wait for an observer', () => {
    given(asked({ autoReveal: true }), rated('hana', 3), rated('pia', 3))
      .when('paul', rate(3))
      .makes(
        { type: 'RatingSubmitted', askId: 'a1', value: 3 },
        expect.objectContaining({ type: 'AskRevealed' }),
      );
  });

  test('[RATE-6] a host who only steers does not rate and does not count', () => {
    given(asked({ hostRates: false }))
      .when('hana', rate(3))
      .rejects('not-a-rater');
    expect(viewOf(stateOf(asked({ hostRates: false })), 'host')).toMatchObject({
      asks: { asks: { a1: { of: 2 } } },
    });
    expect(fullFrame(stateOf(asked({ hostRates: false })), idOf('hana'), 0)?.mine.rates).toBe(false);
    given(deliberating({ hostRates: false }))
      .when('hana', { type: 'SubmitVerdict', roundId: 'r1', verdict: 'yes', rationale: '' })
      .rejects('not-a-rater');
  });

  test('[RATE-7] not assessed is a rating that counts in no mean and no spread', () => {
    const opened = given(asked(), rated('hana', null), rated('pia', 2), rated('paul', 3))
      .when('hana', { type: 'RevealRatings', askId: 'a1' })
      .state();
    const [ask] = opened.rounds[0]?.asks ?? [];
    expect(ask && revealStats(ask)).toMatchObject({ mean: 2.5, secondMean: 2.5, range: 1, ad: 0.5 });
    expect(viewOf(opened, 'panel')).toMatchObject({ asks: { asks: { a1: { rated: 3, of: 3 } } } });
  });

  test('[RATE-1] nothing is rated before it is asked', () => {
    given(ledRound()).when('pia', rate(3)).rejects('not-found');
  });
});
