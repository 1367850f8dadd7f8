import { describe, expect, test } from 'vitest';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { asked, joined, pushed, rated, revealed, verdictGiven } from '../testing/stories';
import type { RoomEvent } from './core/events';
import type { Ask } from './core/state';
import { viewOf } from './core/views';
import { revealsSlice } from './reveal';

const reveal = { type: 'RevealRatings', askId: 'a1' } as const;
const panel = ['hana', 'pia', 'paul'].map(idOf);
const opens = (members = panel): RoomEvent => ({ type: 'AskRevealed', askId: 'a1', panel: members });
const tick = (name: string, pointId: string, mark: 'heard' | 'missed' | 'partial') =>
  by(name, { type: 'PointMarked', askId: 'a1', pointId, mark });

function _askOf(...history: Happened[][]): Ask {
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

  test('[REVEAL-1] it needs a rating, happens once, and only the host can do it', () => {
    given(asked()).when('hana', reveal).rejects('not-rated');
    given(revealed()).when('hana', reveal).changesNothing();
    for (const name of ['pia', 'olga', 'carl'])
      given(asked(), rated('pia', 4)).when(name, reveal).rejects('not-allowed');
  });

  test('[REVEAL-1] nobody gets any of it before the reveal', () => {
    expect(revealsSlice(stateOf(asked(), rated('pia', 4)))).toEqual({ reveals: {} });
  });

  const almost = [...asked({ autoReveal: true }), ...rated('hana', 2), ...rated('pia', null)];

  test('[REVEAL-2] with auto-reveal the last rating opens all ratings', () => {
    given(almost)
      .when('paul', { type: 'SubmitRating', askId: 'a1', value: 5 })
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 5 }, opens());
    const without = [...asked(), ...rated('hana', 2), ...rated('pia', null)];
    given(without)
      .when('paul', { type: 'SubmitRating', askId: 'a1', value: 5 })
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 5 });
  });

  test('[REVEAL-2] an ask opens when the last person missing leaves, is removed or becomes an observer', () => {
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

  test('[REVEAL-2] when the setting is turned on after all have rated, asks open, including those before the live one', () => {
    const history = [
      ...asked(),
      ...panelRated('a1'),
      ...by('pia', { type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1')),
    ];
    given(history)
      .when('hana', { type: 'ChangeSettings', settings: { autoReveal: true } })
      .makes({ type: 'SettingsChanged', settings: { autoReveal: true } }, opens());
  });

  test('[REVEAL-3] the reveal fixes who counts: people who join later do not, people who leave later do', () => {
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

  test('[REVEAL-5] the debrief opens every ask that a rater has rated, and nothing else', () => {
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
    const closed = by(
      'hana',
      { type: 'AskClosed', askId: 'a1' },
      { type: 'DeliberationStarted', roundId: 'r1' },
    );
    given(asked(), closed).when('hana', reveal).rejects('not-rated');
    given(asked(), closed, rated('pia', 4)).when('hana', reveal).makes(opens());
  });
});

function panelRated(askId: string): Happened[] {
  return ['hana', 'pia', 'paul'].flatMap((name) => rated(name, 3, askId));
}
