import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import { joined, ledLobby, ledRound, peerLobby, roundStarted } from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const DAY = 86_400_000;
const AT = 9_000;
const open = { type: 'OpenHomeReading', itemId: 'x1' } as const;
const opened = by('hana', { type: 'HomeReadingOpened', itemId: 'x1', until: AT + DAY });

describe('reading at home', () => {
  test('[HOME-1] the host opens an exercise to the next candidate for a day, before the round', () => {
    given(ledLobby())
      .when('hana', open, { at: AT })
      .makes({ type: 'HomeReadingOpened', itemId: 'x1', until: AT + DAY });
    given(ledLobby(), opened).when('hana', open).changesNothing();
    given(ledLobby()).when('pia', open).rejects('not-allowed');
    given(ledLobby())
      .when('hana', { ...open, itemId: 'g1-q1' })
      .rejects('item-unknown');
    given(ledRound()).when('hana', open).rejects('round-live');
    given(peerLobby()).when('hana', open).rejects('not-allowed');
  });

  test('[HOME-2] the host closes it, and for the candidate who sits it ends with the start of their round', () => {
    const close = { type: 'CloseHomeReading' } as const;
    given(ledLobby(), opened).when('hana', close).makes({ type: 'HomeReadingClosed' });
    given(ledLobby()).when('hana', close).changesNothing();
    const room = [...ledLobby(), ...joined('cleo', 'candidate'), ...opened];
    const started = stateOf(room, by('hana', roundStarted('carl')));
    expect(mineOf(started, idOf('carl'))?.homeCode).toBeNull();
    expect(mineOf(started, idOf('cleo'))?.homeCode).toEqual(mineOf(stateOf(room), idOf('carl'))?.homeCode);
  });

  test('[HOME-4] after its day it is closed before whatever comes next, and opens for another day', () => {
    const closed = { type: 'HomeReadingClosed' } as const;
    const ready = { type: 'SetReady', ready: true } as const;
    const isReady = { type: 'ReadyChanged', memberId: idOf('carl'), ready: true } as const;
    given(ledLobby(), opened)
      .when('carl', ready, { at: AT + DAY - 1 })
      .makes(isReady);
    given(ledLobby(), opened)
      .when('carl', ready, { at: AT + DAY })
      .makes(closed, isReady);
    given(ledLobby(), opened)
      .when(null, { type: 'DoWhatIsDue' }, { at: AT + DAY })
      .makes(closed);
    given(ledLobby(), opened).when(null, { type: 'DoWhatIsDue' }).changesNothing();
    given(ledLobby(), opened)
      .when('hana', open, { at: AT + DAY })
      .makes(closed, { type: 'HomeReadingOpened', itemId: 'x1', until: AT + 2 * DAY });
  });

  test('[HOME-3] a candidate who has still to sit reads its task and its code, and nothing else of it', () => {
    const state = stateOf(ledLobby(), opened);
    expect(mineOf(state, idOf('carl'))?.homeCode).toEqual({
      prompt: expect.any(String),
      language: expect.any(String),
      text: 'const x1 = 1;\nconst x1Two = 2;\n',
      until: AT + DAY,
    });
    expect(JSON.stringify([mineOf(state, idOf('carl')), viewOf(state, 'bench')])).not.toContain('key');
    for (const name of ['hana', 'pia', 'olga']) expect(mineOf(state, idOf(name))?.homeCode).toBeNull();
    expect(viewOf(state, 'panel')).toMatchObject({ home: { itemId: 'x1', until: AT + DAY } });
  });
});
