import { describe, expect, test } from 'vitest';
import type { Role } from '../protocol/words';
import { by, given, type Happened, idOf, START, stateOf } from '../testing/given';
import {
  joined,
  ledLobby,
  ledRound,
  opened,
  PACK,
  peerLobby,
  ROOM_ID,
  roundStarted,
  testInvite,
  testMember,
  testSettings,
} from '../testing/stories';
import type { RoomCommand } from './core/decision';
import { fullFrame, viewOf } from './core/views';
import { calledOffForNewcomers } from './schedule';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Far enough ahead for the lobby to be closed. */
const AT_TWO = START + 2 * DAY;
const OPENS = AT_TWO - 15 * MINUTE;
const timed = { startsAt: AT_TWO };
const atThree = by('hana', { type: 'SettingsChanged', settings: { startsAt: AT_TWO + 60 * MINUTE } });
const NEWER = testInvite('candidate', { inviteId: 'iv_again0000000', tokenHash: 'again' });
const renewed = by('hana', { type: 'InviteIssued', invite: NEWER });
const lobbyOpened = by('hana', { type: 'LobbyOpened' });
const shown = (state: ReturnType<typeof stateOf>, name: string) => fullFrame(state, idOf(name), START);
const told = (state: ReturnType<typeof stateOf>, name: string) => shown(state, name)?.mine.startsAt;

describe('the time of a room', () => {
  test('[TIME-1] is set when it opens, and changed by its host', () => {
    const open: Omit<Extract<RoomCommand, { type: 'OpenRoom' }>, 'settings'> = {
      type: 'OpenRoom',
      roomId: ROOM_ID,
      pack: PACK,
      host: testMember('hana', 'panelist'),
      invites: [],
      seen: [],
      seed: '',
    };
    const change = (startsAt: number | null) => ({ type: 'ChangeSettings', settings: { startsAt } }) as const;
    given()
      .when(null, { ...open, settings: testSettings('led', { startsAt: START - 2 * MINUTE }) }, { at: START })
      .rejects('bad-time');
    given(ledLobby()).when('hana', change(AT_TWO)).makes({ type: 'SettingsChanged', settings: timed });
    given(ledLobby())
      .when('hana', change(START - 2 * MINUTE))
      .rejects('bad-time');
    given(ledLobby())
      .when('hana', change(START + 91 * DAY))
      .rejects('bad-time');
    given(ledLobby(timed))
      .when('hana', change(AT_TWO), { at: AT_TWO + DAY })
      .makes({ type: 'LobbyOpened' });
    given(ledLobby()).when('pia', change(AT_TWO)).rejects('not-allowed');
  });

  test('[TIME-2] [SEE-31] is told to a candidate as theirs, and never when others sit', () => {
    const first = [...ledLobby(timed), ...lobbyOpened];
    expect(told(stateOf(first), 'carl')).toBe(AT_TWO);
    expect(told(stateOf(first, atThree), 'carl')).toBe(AT_TWO + 60 * MINUTE);
    const waits = [...first, ...joined('cleo', 'candidate', true), ...by('hana', roundStarted('carl'))];
    expect(told(stateOf(waits), 'cleo')).toBe(AT_TWO);
    expect(told(stateOf(waits, joined('odd', 'candidate', true)), 'odd')).toBe(AT_TWO);
    const past = stateOf(ledLobby({ startsAt: START }), joined('late', 'candidate', true));
    expect(told(past, 'late')).toBeNull();
    expect(told(stateOf(waits, atThree), 'cleo')).toBe(AT_TWO + 60 * MINUTE);
    expect(told(stateOf(waits, atThree), 'carl')).toBe(AT_TWO);
    expect(told(stateOf(waits, atThree), 'pia')).toBe(AT_TWO + 60 * MINUTE);
  });

  test('[TIME-3] [SEE-31] opens the lobby 15 minutes before; until then only the host sees the room', () => {
    const room = ledLobby(timed);
    const before = stateOf(room);
    for (const name of ['pia', 'olga', 'carl'])
      expect(shown(before, name)).toMatchObject({
        audience: 'waiting',
        view: { room: { title: 'A panel', hostName: 'hana' } },
        mine: { startsAt: AT_TWO, opensAt: OPENS },
      });
    expect(shown(before, 'hana')).toMatchObject({ audience: 'host', mine: { opensAt: OPENS } });
    given(room)
      .when(null, { type: 'DoWhatIsDue' }, { at: OPENS - 1 })
      .changesNothing();
    const open = given(room).when(null, { type: 'DoWhatIsDue' }, { at: OPENS });
    open.makes({ type: 'LobbyOpened' });
    expect(shown(open.state(), 'pia')).toMatchObject({
      audience: 'panelist',
      mine: { opensAt: null, rates: true },
    });
    expect(viewOf(open.state(), 'host')).toMatchObject({
      door: { raters: [idOf('hana'), idOf('pia'), idOf('paul')] },
    });
    const start = { type: 'StartRound', candidateId: idOf('carl') } as const;
    given(room).when('hana', start).rejects('lobby-closed');
    given(room).when('pia', { type: 'OpenLobby' }).rejects('not-admitted');
    given(room).when('pia', { type: 'TakeOverHost' }, { hostAwayMs: DAY }).rejects('not-admitted');
    given(room).when('hana', { type: 'OpenLobby' }).makes({ type: 'LobbyOpened' });
    given(room, lobbyOpened).when('hana', { type: 'OpenLobby' }).changesNothing();
    given(room, lobbyOpened).when('hana', start).state();
  });

  test('[TIME-3] a time that is set later closes the lobby, and opens it, until the first round', () => {
    const set = by('hana', { type: 'SettingsChanged', settings: timed });
    const unset = by('hana', { type: 'SettingsChanged', settings: { startsAt: null } });
    expect(shown(stateOf(peerLobby(), set), 'pia')?.audience).toBe('waiting');
    expect(shown(stateOf(peerLobby(), set, unset), 'pia')?.audience).toBe('panelist');
    const soon = by('hana', { type: 'SettingsChanged', settings: { startsAt: START + 10 * MINUTE } });
    expect(shown(stateOf(peerLobby(timed), soon), 'pia')?.audience).toBe('panelist');
    expect(shown(stateOf(ledRound(), set), 'carl')?.audience).toBe('candidate');
    expect(shown(stateOf(peerLobby(timed), by('hana', { type: 'RoomEnded' })), 'pia')?.audience).toBe(
      'panelist',
    );
  });

  test('[TIME-4] keeps the links alive until a day after', () => {
    const join = (tokenHash: string): RoomCommand => ({
      type: 'JoinRoom',
      memberId: idOf('paula'),
      principalIds: ['pr_paula'],
      name: 'Paula',
      tokenHash,
    });
    const at = AT_TWO + DAY - 1;
    given(opened('led')).when(null, join('panelist'), { at }).rejects('invite-expired');
    given(opened('led', timed)).when(null, join('panelist'), { at }).state();
    const set = by('hana', { type: 'SettingsChanged', settings: timed });
    given(opened('led'), set).when(null, join('panelist'), { at }).state();
    given(opened('led', timed), renewed).when(null, join('again'), { at }).state();
    given(opened('led', timed))
      .when(null, join('panelist'), { at: AT_TWO + DAY })
      .rejects('invite-expired');
  });

  test('[TIME-6] that is taken back is told as off to those who knew it, until there is another', () => {
    const off = by('hana', { type: 'SettingsChanged', settings: { startsAt: null } });
    const calledOff = (state: ReturnType<typeof stateOf>, name: string) => shown(state, name)?.mine.calledOff;
    const room = [...ledLobby(timed), ...joined('cleo', 'candidate', true)];
    for (const name of ['hana', 'pia', 'carl', 'cleo']) {
      expect(calledOff(stateOf(room), name)).toBeNull();
      expect(calledOff(stateOf(room, off), name)).toBe(AT_TWO);
      expect(calledOff(stateOf(room, off, atThree), name)).toBeNull();
    }
    // The link told it to a person who joins afterwards; one that was made since then did not.
    expect(calledOff(stateOf(room, off, joined('late', 'candidate')), 'late')).toBe(AT_TWO);
    const member = testMember('late', 'candidate', NEWER.inviteId);
    const since = [renewed, by(null, { type: 'MemberJoined', member, waiting: false })];
    expect(calledOff(stateOf(room, off, ...since), 'late')).toBeNull();
    // A candidate who has sat is told nothing of later times.
    const sat = [...room, ...lobbyOpened, ...by('hana', roundStarted('carl'))];
    expect(calledOff(stateOf(sat, off), 'carl')).toBeNull();
    // The end of the room takes the time from everybody, but not from a panel or a candidate who had a round.
    const end = by('hana', { type: 'RoomEnded' });
    for (const name of ['hana', 'pia', 'carl']) {
      expect(calledOff(stateOf(room, end), name)).toBe(AT_TWO);
      expect(calledOff(stateOf(sat, end), name)).toBeNull();
    }
    const waits = [
      ...room,
      ...lobbyOpened,
      ...joined('odd', 'candidate'),
      ...by('hana', roundStarted('carl')),
    ];
    expect(calledOff(stateOf(waits, end), 'odd')).toBe(AT_TWO);
    expect(calledOff(stateOf(waits, end, by('hana', { type: 'RoomReopened' })), 'odd')).toBeNull();
  });

  test('[TIME-6] a link that told a time tells that it is off, while that is ahead', () => {
    const link = (role: Role, at: number, ...happened: Happened[][]) => {
      const state = stateOf(opened('led', timed), ...happened);
      const invite = state.invites.find((issued) => issued.role === role && !issued.revoked);
      return invite && calledOffForNewcomers(state, invite, at);
    };
    const off = by('hana', { type: 'SettingsChanged', settings: { startsAt: null } });
    expect(link('candidate', START)).toBeNull();
    expect(link('candidate', START, off)).toBe(AT_TWO);
    expect(link('candidate', AT_TWO, off)).toBeNull();
    expect(link('candidate', START, off, atThree)).toBeNull();
    expect(link('candidate', START, off, renewed)).toBeNull();
    const end = by('hana', { type: 'RoomEnded' });
    expect(link('panelist', START, end)).toBe(AT_TWO);
    const round = [joined('carl', 'candidate'), lobbyOpened, by('hana', roundStarted('carl')), end];
    expect(link('panelist', START, ...round)).toBeNull();
    // Whether others have sat is not for a candidate to know.
    expect(link('candidate', START, ...round)).toBe(AT_TWO);
  });

  test('[TIME-5] changes nothing by itself, and a person who is late joins as usual', () => {
    const room = [...ledLobby(timed), ...by(null, { type: 'LobbyOpened' })];
    given(room)
      .when(null, { type: 'DoWhatIsDue' }, { at: AT_TWO + 60 * MINUTE })
      .changesNothing();
    const late = given(room).when(
      null,
      {
        type: 'JoinRoom',
        memberId: idOf('lars'),
        principalIds: ['pr_lars'],
        name: 'Lars',
        tokenHash: 'panelist',
      },
      { at: AT_TWO + 20 * MINUTE },
    );
    expect(shown(late.state(), 'lars')?.audience).toBe('panelist');
  });
});
