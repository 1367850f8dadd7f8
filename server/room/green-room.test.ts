import { describe, expect, test } from 'vitest';
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
} from '../testing/stories';
import { fullFrame } from './core/views';
import { selfSlice } from './green-room';

const words = { roundId: 'r1', text: 'I rushed the trade-off', shared: true };
const reflect = { type: 'WriteReflection', ...words } as const;
const rateSelf = { type: 'RateSelf', askId: 'a1', value: 4 } as const;

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

  test('[NOTE-7] a reflection that was saved on another device is not written over', () => {
    const there = by('carl', { type: 'ReflectionWritten', ...words });
    const change = { ...reflect, text: 'From the phone' };
    given(deliberating(), there)
      .when('carl', { ...change, base: '' })
      .rejects('changed-meanwhile');
    given(deliberating(), there)
      .when('carl', { ...change, base: words.text })
      .makes({ type: 'ReflectionWritten', ...words, text: 'From the phone' });
    given(deliberating(), there)
      .when('carl', { ...reflect, shared: false, base: '' })
      .makes({ type: 'ReflectionWritten', ...words, shared: false });
  });

  test('[GREEN-1] words that arrive after the next round has begun are kept, but only the candidate’s', () => {
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

  test('[GREEN-2] the candidate rates themselves in the green room and the debrief', () => {
    for (const history of [deliberating(), debriefing()])
      given(history).when('carl', rateSelf).makes({ type: 'SelfRated', askId: 'a1', value: 4 });
    for (const history of [asked(), published()])
      given(history).when('carl', rateSelf).rejects('wrong-phase');
    const there = by('carl', { type: 'SelfRated', askId: 'a1', value: 4 });
    given(deliberating(), there).when('carl', rateSelf).changesNothing();
  });

  test('[GREEN-2] nobody else rates themselves, and nobody rates an ask of another person’s round', () => {
    for (const name of ['hana', 'pia', 'olga'])
      given(deliberating()).when(name, rateSelf).rejects('not-allowed');
    const second = by('hana', roundStarted('cleo', { roundId: 'r2' }), pushed('a2', 'g1-q1'));
    given(published(), joined('cleo', 'candidate'), second).when('cleo', rateSelf).rejects('not-found');
    given(published(), joined('cleo', 'candidate'), second)
      .when('carl', { ...rateSelf, askId: 'a2' })
      .rejects('not-found');
  });

  test('[GREEN-3] the panel sees what the candidate shared from the debrief on', () => {
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
