import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import { joined, ledLobby, ledRound, peerLobby, roundStarted } from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT = 9_000;
const open = { type: 'OpenHomeReading', itemId: 'x1' } as const;
const reopened = { type: 'HomeReadingOpened', itemId: 'x1', until: AT + DAY } as const;
const opened = by('hana', reopened);

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
    const twoHours = { type: 'HomeReadingOpened', itemId: 'x1', until: AT + 2 * HOUR } as const;
    given(ledLobby())
      .when('hana', { ...open, hours: 2 }, { at: AT })
      .makes(twoHours);
    given(ledLobby(), opened)
      .when('hana', { ...open, hours: 2 }, { at: AT })
      .makes(twoHours);
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
    const unread = stateOf(ledLobby(), opened);
    expect(mineOf(unread, idOf('carl'))?.homeCode).toEqual({ until: AT + DAY, opened: null });
    const hasRead = by('carl', { type: 'HomeCodeRead', memberId: idOf('carl') });
    const state = stateOf(ledLobby(), opened, hasRead);
    expect(mineOf(state, idOf('carl'))?.homeCode).toEqual({
      until: AT + DAY,
      opened: {
        at: expect.any(Number),
        prompt: expect.any(String),
        language: expect.any(String),
        text: 'const x1 = 1;\nconst x1Two = 2;\n',
      },
    });
    expect(JSON.stringify([mineOf(state, idOf('carl')), viewOf(state, 'bench')])).not.toContain('key');
    for (const name of ['hana', 'pia', 'olga']) expect(mineOf(state, idOf(name))?.homeCode).toBeNull();
    expect(viewOf(unread, 'panel')).toMatchObject({ home: { itemId: 'x1', until: AT + DAY, reads: {} } });
  });

  test('[HOME-3] a candidate who is in reads before the lobby opens, and nobody else who waits does', () => {
    const read = { type: 'ReadHomeCode' } as const;
    const hasRead = { type: 'HomeCodeRead', memberId: idOf('carl') } as const;
    const timed = ledLobby({ startsAt: AT + 20 * HOUR });
    const room = [...timed, ...joined('cleo', 'candidate', true), ...opened];
    const state = stateOf(room);
    expect(mineOf(state, idOf('carl'))).toMatchObject({ audience: 'waiting', homeCode: { opened: null } });
    given(room).when('carl', read).makes(hasRead);
    expect(mineOf(stateOf(room, by('carl', hasRead)), idOf('carl'))?.homeCode).toMatchObject({
      opened: { text: 'const x1 = 1;\nconst x1Two = 2;\n' },
    });
    expect(mineOf(state, idOf('cleo'))?.homeCode).toBeNull();
    for (const name of ['cleo', 'pia']) given(room).when(name, read).rejects('not-admitted');
    given(timed).when('carl', read).rejects('not-admitted');
  });

  test('[HOME-3] the panel sees when a candidate opened it first, and no other candidate does', () => {
    const read = { type: 'ReadHomeCode' } as const;
    const hasRead = { type: 'HomeCodeRead', memberId: idOf('carl') } as const;
    const room = [...ledLobby(), ...joined('cleo', 'candidate'), ...opened];
    given(room).when('carl', read).makes(hasRead);
    given(room, by('carl', hasRead)).when('carl', read).changesNothing();
    given(ledLobby()).when('carl', read).rejects('not-found');
    for (const name of ['hana', 'pia', 'olga']) given(room).when(name, read).rejects('not-allowed');
    const [before, after] = [stateOf(room), stateOf(room, by('carl', hasRead))];
    expect(viewOf(after, 'panel')).toMatchObject({
      home: { reads: { [idOf('carl')]: { memberId: idOf('carl'), at: expect.any(Number) } } },
    });
    expect(mineOf(after, idOf('carl'))?.homeCode).toMatchObject({
      opened: { at: expect.any(Number) },
    });
    expect(mineOf(after, idOf('cleo'))).toEqual(mineOf(before, idOf('cleo')));
    expect(viewOf(after, 'bench')).toEqual(viewOf(before, 'bench'));
    const longer = stateOf(room, by('carl', hasRead), by('hana', { ...reopened, until: AT + 3 * HOUR }));
    expect(mineOf(longer, idOf('carl'))?.homeCode).toMatchObject({ opened: { at: expect.any(Number) } });
    const other = stateOf(room, by('carl', hasRead), by('hana', { ...reopened, itemId: 'x2' }));
    expect(other.homeReading?.reads).toEqual({});
  });
});
