import { describe, expect, test } from 'vitest';
import { by, given, idOf } from '../testing/given';
import {
  joined,
  ledLobby,
  ledRound,
  opened,
  PACK,
  peerLobby,
  published,
  ROOM_ID,
  roundStarted,
  testInvite,
  testMember,
  testSettings,
} from '../testing/stories';
import type { SystemCommand } from './core/decision';

function openRoom(change: Partial<Extract<SystemCommand, { type: 'OpenRoom' }>> = {}): SystemCommand {
  const host = testMember('hana', 'panelist');
  return {
    type: 'OpenRoom',
    roomId: ROOM_ID,
    settings: testSettings('led'),
    pack: PACK,
    host,
    invites: [],
    seen: [],
    seed: '',
    ...change,
  };
}

describe('opening', () => {
  test('[ROOM-1] a room opens with its settings, its pack, its host and its invites', () => {
    const { type: _, ...rest } = openRoom({ invites: [testInvite('panelist')] });
    const outcome = given().when(null, { type: 'OpenRoom', ...rest } as SystemCommand);
    outcome.makes({ type: 'RoomOpened', ...rest } as never);
    expect(outcome.state()).toMatchObject({ phase: 'lobby', hostId: idOf('hana'), rounds: [] });
  });

  test('[ROOM-1] opening a room again changes nothing', () => {
    given(opened('led')).when(null, openRoom()).changesNothing();
  });

  test('[INVITE-2] a peer room does not open with a candidate’s invite', () => {
    given()
      .when(null, openRoom({ settings: testSettings('peer'), invites: [testInvite('candidate')] }))
      .rejects('not-allowed');
  });

  test('[ROOM-2] an agenda holds items of the pack, each once, and slots hold competencies of the pack', () => {
    const withAgenda = (agenda: string[]) => openRoom({ settings: testSettings('led', { agenda }) });
    given()
      .when(null, withAgenda(['g1-q1', 'nowhere']))
      .rejects('item-unknown');
    given()
      .when(null, withAgenda(['g1-q1', 'g1-q1']))
      .rejects('item-unknown');
    for (const slot of [{ groupId: 'nowhere' }, { groupId: 'nowhere', kind: 'exercise' as const }])
      given()
        .when(null, openRoom({ settings: testSettings('peer', { slots: [slot] }) }))
        .rejects('item-unknown');
  });
});

describe('settings and agenda', () => {
  test('[ROOM-3] only the settings that differ are recorded', () => {
    const settings = { title: 'Another', autoReveal: false };
    given(opened('led'))
      .when('hana', { type: 'ChangeSettings', settings })
      .makes({ type: 'SettingsChanged', settings: { title: 'Another' } });
    given(opened('led'))
      .when('hana', { type: 'ChangeSettings', settings: { autoReveal: false } })
      .changesNothing();
    given(opened('peer'))
      .when('hana', { type: 'ChangeSettings', settings: { slots: [{ groupId: 'nowhere' }] } })
      .rejects('item-unknown');
  });

  test('[ROOM-3] only the host changes them', () => {
    for (const name of ['pia', 'olga', 'carl'])
      given(ledLobby())
        .when(name, { type: 'ChangeSettings', settings: { title: 'Mine' } })
        .rejects('not-allowed');
  });

  test('[ROOM-4] a led room’s agenda changes together with its round’s, while that is asking', () => {
    const items = ['g2-q2', 'x1'];
    const after = given(ledRound()).when('hana', { type: 'SetAgenda', items }).state();
    expect(after.settings.agenda).toEqual(items);
    expect(after.rounds[0]?.agenda).toEqual(items);
    const later = given(published()).when('hana', { type: 'SetAgenda', items }).state();
    expect(later.settings.agenda).toEqual(items);
    expect(later.rounds[0]?.agenda).not.toEqual(items);
  });

  test('[ROOM-4] an agenda that holds an unknown item, or one twice, is rejected', () => {
    given(ledLobby())
      .when('hana', { type: 'SetAgenda', items: ['nowhere'] })
      .rejects('item-unknown');
    given(ledLobby())
      .when('hana', { type: 'SetAgenda', items: ['x1', 'x1'] })
      .rejects('item-unknown');
  });

  test('[ROOM-4] a peer room changes its round’s agenda, within the candidate’s pool', () => {
    given(peerLobby())
      .when('hana', { type: 'SetAgenda', items: ['g1-q1'] })
      .rejects('no-round');
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1', 'g1-q2'], agenda: ['g1-q1'] }));
    given(peerLobby(), round)
      .when('hana', { type: 'SetAgenda', items: ['g3-q1'] })
      .rejects('not-in-pool');
    const after = given(peerLobby(), round)
      .when('hana', { type: 'SetAgenda', items: ['g1-q2'] })
      .state();
    expect(after.rounds[0]?.agenda).toEqual(['g1-q2']);
    expect(after.settings.agenda).toEqual([]);
  });
});

describe('the end', () => {
  test('[ROOM-5] everyone who is waiting when the room ends is declined', () => {
    given(ledLobby({ waitingRoom: true }), joined('wanda', 'observer', true))
      .when('hana', { type: 'EndRoom' })
      .makes({ type: 'MemberDeclined', memberId: idOf('wanda'), atEnd: true }, { type: 'RoomEnded' });
  });

  test('[ROOM-5] an ended room accepts notes, reflections and leaving, and nothing else', () => {
    const ended = [...published(), ...by('hana', { type: 'RoomEnded' })];
    given(ended).when('hana', { type: 'EndRoom' }).rejects('room-ended');
    given(ended).when('pia', { type: 'SetReady', ready: true }).rejects('room-ended');
    given(ended).when('hana', { type: 'StartRound', candidateId: null }).rejects('room-ended');
    given(ended)
      .when('hana', { type: 'IssueInvite', invite: testInvite('panelist') })
      .rejects('room-ended');
    const note = { askId: 'a1', noteId: 'note-0001', text: 'late', atMs: 5, share: 'none' } as const;
    given(ended)
      .when('pia', { type: 'WriteNote', ...note })
      .makes({ type: 'NoteWritten', ...note });
    const words = { roundId: 'r1', text: 'late', shared: true };
    given(ended)
      .when('carl', { type: 'WriteReflection', ...words })
      .makes({ type: 'ReflectionWritten', ...words });
    given(ended).when('pia', { type: 'LeaveRoom' }).changesNothing();
  });
});
