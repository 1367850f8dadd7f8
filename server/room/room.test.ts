import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  inviteOf,
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
import type { SystemCommand } from './decision';
import { viewOf } from './views';

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

  test('[ROOM-2] an agenda holds items of the pack, each once, and slots hold its competencies', () => {
    const withAgenda = (agenda: string[]) => openRoom({ settings: testSettings('led', { agenda }) });
    given()
      .when(null, withAgenda(['g1-q1', 'nowhere']))
      .rejects('item-unknown');
    given()
      .when(null, withAgenda(['g1-q1', 'g1-q1']))
      .rejects('item-unknown');
    const slots = [{ groupId: 'nowhere' }];
    given()
      .when(null, openRoom({ settings: testSettings('peer', { slots }) }))
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

  test('[ROOM-3] nobody but the host changes them', () => {
    for (const name of ['pia', 'olga', 'carl'])
      given(ledLobby())
        .when(name, { type: 'ChangeSettings', settings: { title: 'Mine' } })
        .rejects('not-allowed');
  });

  test('[ROOM-4] a led room’s agenda changes with that of the round, while it asks', () => {
    const items = ['g2-q2', 'x1'];
    const after = given(ledRound()).when('hana', { type: 'SetAgenda', items }).state();
    expect(after.settings.agenda).toEqual(items);
    expect(after.rounds[0]?.agenda).toEqual(items);
    const later = given(published()).when('hana', { type: 'SetAgenda', items }).state();
    expect(later.settings.agenda).toEqual(items);
    expect(later.rounds[0]?.agenda).not.toEqual(items);
  });

  test('[ROOM-4] an agenda that holds an unknown item, or one twice, is refused', () => {
    given(ledLobby())
      .when('hana', { type: 'SetAgenda', items: ['nowhere'] })
      .rejects('item-unknown');
    given(ledLobby())
      .when('hana', { type: 'SetAgenda', items: ['x1', 'x1'] })
      .rejects('item-unknown');
  });

  test('[ROOM-4] a peer room’s agenda is its round’s, from the pool of who has the hot seat', () => {
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
  test('[ROOM-5] whoever waits at the door when the room ends is turned away', () => {
    given(ledLobby({ waitingRoom: true }), joined('wanda', 'observer', true))
      .when('hana', { type: 'EndRoom' })
      .makes({ type: 'MemberDeclined', memberId: idOf('wanda') }, { type: 'RoomEnded' });
  });

  test('[ROOM-5] an ended room takes notes, reflections and leaving, and nothing else', () => {
    const ended = [...published(), ...by('hana', { type: 'RoomEnded' })];
    given(ended).when('hana', { type: 'EndRoom' }).rejects('room-ended');
    given(ended).when('pia', { type: 'SetReady', ready: true }).rejects('room-ended');
    given(ended).when('hana', { type: 'StartRound', candidateId: null }).rejects('room-ended');
    given(ended)
      .when('hana', { type: 'IssueInvite', invite: testInvite('panelist') })
      .rejects('room-ended');
    const note = { askId: 'a1', noteId: 'note-0001', text: 'late', atMs: 5, shared: false };
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

describe('ready and hands', () => {
  test('[ROOM-9] being ready and raising a hand are one’s own, and the same again changes nothing', () => {
    const ready = given(ledLobby()).when('carl', { type: 'SetReady', ready: true });
    ready.makes({ type: 'ReadyChanged', memberId: idOf('carl'), ready: true });
    given(ledLobby()).when('carl', { type: 'SetReady', ready: false }).changesNothing();
    const raised = by('carl', { type: 'HandChanged', memberId: idOf('carl'), raised: true });
    given(asked(), raised).when('carl', { type: 'RaiseHand', raised: true }).changesNothing();
    expect(viewOf(stateOf(asked(), raised), 'panel')).toMatchObject({
      hands: { members: { [idOf('carl')]: true } },
    });
  });

  test('[ROOM-9] a round that starts lowers all hands', () => {
    const raised = by('pia', { type: 'HandChanged', memberId: idOf('pia'), raised: true });
    const after = given(ledLobby(), raised).when('hana', { type: 'StartRound', candidateId: null }).state();
    expect(after.members.some((member) => member.hand)).toBe(false);
  });

  test('[ROOM-9] the end of the asking lowers all hands, since the green room has nothing to lower one by', () => {
    const raised = by('carl', { type: 'HandChanged', memberId: idOf('carl'), raised: true });
    const after = given(asked(), raised).when('hana', { type: 'StartDeliberation', roundId: 'r1' }).state();
    expect(after.members.some((member) => member.hand)).toBe(false);
  });
});

describe('invites', () => {
  const invite = testInvite('panelist', { inviteId: 'iv_second000000', tokenHash: 'second' });

  test('[INVITE-1] the host issues an invite, and the role’s one before is off', () => {
    const outcome = given(ledLobby()).when('hana', { type: 'IssueInvite', invite });
    outcome.makes({ type: 'InviteIssued', invite });
    const revoked = outcome.state().invites.map(({ tokenHash, revoked }) => [tokenHash, revoked]);
    expect(revoked).toEqual([
      ['panelist', true],
      ['candidate', false],
      ['observer', false],
      ['second', false],
    ]);
  });

  test('[INVITE-1] the host revokes an invite, once', () => {
    const inviteId = inviteOf('observer');
    const outcome = given(ledLobby()).when('hana', { type: 'RevokeInvite', inviteId });
    outcome.makes({ type: 'InviteRevoked', inviteId });
    const gone = by('hana', { type: 'InviteRevoked', inviteId });
    given(ledLobby(), gone).when('hana', { type: 'RevokeInvite', inviteId }).changesNothing();
    given(ledLobby())
      .when('hana', { type: 'RevokeInvite', inviteId: 'iv_nowhere00000' })
      .rejects('not-found');
  });

  test('[INVITE-1] nobody else does either', () => {
    for (const name of ['pia', 'olga', 'carl', 'zoe', null]) {
      given(ledLobby()).when(name, { type: 'IssueInvite', invite }).rejects('not-allowed');
      given(ledLobby())
        .when(name, { type: 'RevokeInvite', inviteId: inviteOf('panelist') })
        .rejects('not-allowed');
    }
  });

  test('[INVITE-2] a peer room has no candidate’s invite', () => {
    given(peerLobby())
      .when('hana', { type: 'IssueInvite', invite: testInvite('candidate') })
      .rejects('not-allowed');
    given()
      .when(null, openRoom({ settings: testSettings('peer'), invites: [testInvite('candidate')] }))
      .rejects('not-allowed');
  });

  test('[INVITE-3] the link that a removed person came by is turned off with them', () => {
    given(ledLobby())
      .when('hana', { type: 'RemoveMember', memberId: idOf('pia') })
      .makes(
        { type: 'MemberRemoved', memberId: idOf('pia') },
        { type: 'InviteRevoked', inviteId: inviteOf('panelist') },
      );
  });
});
