import { describe, expect, test } from 'vitest';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { asked, deliberating, joined, pushed, rated, revealed, verdictGiven } from '../testing/stories';
import type { RoomEvent } from './events';
import { averageDeviation, disputedPoints, FLAGGED_AD, mean, range, revealStats } from './scoring';
import type { Ask } from './state';
import { revealsSlice } from './view-panel';
import { viewOf } from './views';

const reveal = { type: 'RevealRatings', askId: 'a1' } as const;
const panel = ['hana', 'pia', 'paul'].map(idOf);
const opens = (members = panel): RoomEvent => ({ type: 'AskRevealed', askId: 'a1', panel: members });
const tick = (name: string, pointId: string, mark: 'heard' | 'missed' | 'partial') =>
  by(name, { type: 'PointMarked', askId: 'a1', pointId, mark });

function askOf(...history: Happened[][]): Ask {
  const ask = stateOf(...history).rounds[0]?.asks[0];
  if (!ask) throw new Error('nothing was asked');
  return ask;
}

describe('opening the ratings', () => {
  test('[REVEAL-1] the host opens all ratings and ticks together', () => {
    const history = [...asked(), ...rated('pia', 4), ...tick('paul', 'g1-q1-p1', 'heard')];
    const outcome = given(history).when('hana', reveal);
    outcome.makes(opens());
    expect(revealsSlice(outcome.state()).reveals).toMatchObject({
      a1: {
        ratings: {
          [idOf('hana')]: { no: 1, first: null, second: null },
          [idOf('pia')]: { no: 2, first: { value: 4 }, second: null },
          [idOf('paul')]: { no: 3, first: null, second: null },
        },
        ticks: { [idOf('paul')]: { 'g1-q1-p1': 'heard' } },
      },
    });
  });

  test('[REVEAL-1] not before a rater has rated, not twice, and nobody else', () => {
    given(asked()).when('hana', reveal).rejects('not-rated');
    given(revealed()).when('hana', reveal).changesNothing();
    for (const name of ['pia', 'olga', 'carl'])
      given(asked(), rated('pia', 4)).when(name, reveal).rejects('not-allowed');
  });

  test('[REVEAL-1] before it nobody is given anything of it', () => {
    expect(revealsSlice(stateOf(asked(), rated('pia', 4)))).toEqual({ reveals: {} });
  });

  const almost = [...asked({ autoReveal: true }), ...rated('hana', 2), ...rated('pia', null)];

  test('[REVEAL-2] with auto-reveal the last rating opens them', () => {
    given(almost)
      .when('paul', { type: 'SubmitRating', askId: 'a1', value: 5 })
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 5 }, opens());
    const without = [...asked(), ...rated('hana', 2), ...rated('pia', null)];
    given(without)
      .when('paul', { type: 'SubmitRating', askId: 'a1', value: 5 })
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 5 });
  });

  test('[REVEAL-2] so does the last one’s leaving, removal or change of role', () => {
    const others = ['hana', 'pia'].map(idOf);
    const paul = { memberId: idOf('paul') };
    given(almost)
      .when('paul', { type: 'LeaveRoom' })
      .makes({ type: 'MemberLeft', ...paul }, opens(others));
    given(almost)
      .when('hana', { type: 'ChangeRole', ...paul, role: 'observer' })
      .makes({ type: 'RoleChanged', ...paul, role: 'observer' }, opens(others));
    given(almost)
      .when('hana', { type: 'RemoveMember', ...paul })
      .makes({ type: 'MemberRemoved', ...paul }, expect.anything(), opens(others));
  });

  test('[REVEAL-2] and turning the setting on when all have rated, the asks before the live one included', () => {
    const history = [
      ...asked(),
      ...panelRated('a1'),
      ...by('pia', { type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1')),
    ];
    given(history)
      .when('hana', { type: 'ChangeSettings', settings: { autoReveal: true } })
      .makes({ type: 'SettingsChanged', settings: { autoReveal: true } }, opens());
  });

  test('[REVEAL-3] who counted stays: who comes later does not, who goes later does', () => {
    const later = [
      ...joined('zoe'),
      ...by('paul', { type: 'MemberLeft', memberId: idOf('paul') }),
      ...by('zoe', { type: 'RatedAgain', askId: 'a1', value: 1 }),
    ];
    const shown = revealsSlice(stateOf(revealed(), later)).reveals.a1;
    expect(Object.keys(shown?.ratings ?? {})).toEqual(panel);
    expect(viewOf(stateOf(revealed(), later), 'panel')).toMatchObject({
      asks: { asks: { a1: { rated: 3, of: 3 } } },
    });
  });

  test('[REVEAL-5] the debrief opens whatever a rater has rated, and nothing else', () => {
    const history = [
      ...asked(),
      ...rated('pia', 4),
      ...by('pia', { type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1')),
      ...rated('olga', 4, 'a2'),
      ...by('hana', { type: 'AskClosed', askId: 'a2' }, { type: 'DeliberationStarted', roundId: 'r1' }),
      ...['hana', 'pia', 'paul'].flatMap(verdictGiven),
      ...by('paul', { type: 'VerdictsOpened', roundId: 'r1', panel }),
    ];
    given(history)
      .when('hana', { type: 'OpenDebrief', roundId: 'r1' })
      .makes(opens(), { type: 'DebriefOpened', roundId: 'r1' });
  });

  test('[REVEAL-1] ratings given while the panel deliberates open too', () => {
    const history = [...deliberating()];
    given(history).when('hana', reveal).changesNothing();
  });
});

describe('what a reveal says', () => {
  test('[REVEAL-4] the plain mean of the first ratings, and the mean after the second', () => {
    const moved = by('hana', { type: 'RatedAgain', askId: 'a1', value: 4 });
    expect(revealStats(askOf(revealed(), moved))).toMatchObject({ mean: 10 / 3, secondMean: 4 });
  });

  test('[REVEAL-4] range and average deviation, from two ratings on', () => {
    expect(mean([2, 4, 4])).toBeCloseTo(10 / 3);
    expect(range([2, 4, 4])).toBe(2);
    expect(averageDeviation([2, 4, 4])).toBeCloseTo(8 / 9);
    expect([mean([]), range([3]), averageDeviation([3])]).toEqual([null, null, null]);
  });

  test('[REVEAL-4] flagged from range 2, or an average deviation above 5/6', () => {
    const flagged = (...values: number[]) =>
      revealStats({
        ...askOf(revealed()),
        first: Object.fromEntries(values.map((value, index) => [panel[index] ?? '', { value, at: 0 }])),
      }).flagged;
    expect([flagged(3, 3, 3), flagged(3, 4, 3), flagged(2, 4, 3), flagged(1, 5), flagged(4)]).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(FLAGGED_AD).toBeCloseTo(0.8333);
  });

  test('[REVEAL-4] a flagged disagreement with unlike ticks is heard differently, else weighed differently', () => {
    const same = [...tick('hana', 'g1-q1-p1', 'heard'), ...tick('pia', 'g1-q1-p1', 'heard')];
    const unlike = [...tick('hana', 'g1-q1-p1', 'heard'), ...tick('pia', 'g1-q1-p1', 'missed')];
    const open = by('hana', opens());
    const all = [...rated('hana', 2), ...rated('pia', 4)];
    expect(revealStats(askOf(asked(), same, all, open))).toMatchObject({
      flagged: true,
      cause: 'weighed-differently',
      disputed: [],
    });
    expect(revealStats(askOf(asked(), unlike, all, open))).toMatchObject({
      flagged: true,
      cause: 'heard-differently',
      disputed: ['g1-q1-p1'],
    });
    expect(revealStats(askOf(asked(), tick('hana', 'g1-q1-p1', 'heard'), all, open)).cause).toBeNull();
    const agreed = [...rated('hana', 3), ...rated('pia', 3)];
    expect(revealStats(askOf(asked(), unlike, agreed, open))).toMatchObject({ flagged: false, cause: null });
  });

  test('[REVEAL-4] ticks of people who did not count dispute nothing', () => {
    const history = [...tick('olga', 'g1-q1-p1', 'missed'), ...tick('pia', 'g1-q1-p1', 'heard')];
    expect(disputedPoints(askOf(asked(), history, by('hana', opens())))).toEqual([]);
  });
});

function panelRated(askId: string): Happened[] {
  return ['hana', 'pia', 'paul'].flatMap((name) => rated(name, 3, askId));
}
