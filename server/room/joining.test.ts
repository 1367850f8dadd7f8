import { describe, expect, test } from 'vitest';
import { LIMITS, type Role } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import {
  asked,
  inviteOf,
  joined,
  ledLobby,
  opened,
  peerLobby,
  principalOf,
  published,
  testMember,
} from '../testing/stories';
import type { SystemCommand } from './core/decision';
import { doorSlice } from './joining';

function join(name: string, tokenHash: string, aliases: string[] = []): SystemCommand {
  return {
    type: 'JoinRoom',
    memberId: idOf(`${name}2`),
    principalIds: [principalOf(name), ...aliases],
    name,
    tokenHash,
  };
}
const left = (name: string) => by(name, { type: 'MemberLeft', memberId: idOf(name) });
const removed = (name: string) => by('hana', { type: 'MemberRemoved', memberId: idOf(name) });

describe('joining', () => {
  test.each(['panelist', 'candidate', 'observer'] as const)('[JOIN-1] a %s’s invite makes a %s', (role) => {
    given(opened('led'))
      .when(null, join('zoe', role))
      .makes({
        type: 'MemberJoined',
        member: { ...testMember('zoe', role, inviteOf(role)), memberId: idOf('zoe2') },
        waiting: false,
      });
  });

  test('[JOIN-2] an unknown, revoked or expired invite is rejected', () => {
    given(opened('led')).when(null, join('zoe', 'made up')).rejects('invite-unknown');
    const revoked = by('hana', { type: 'InviteRevoked', inviteId: inviteOf('panelist') });
    given(opened('led'), revoked).when(null, join('zoe', 'panelist')).rejects('invite-revoked');
    given(opened('led')).when(null, join('zoe', 'panelist'), { at: 8_999_999 }).state();
    given(opened('led')).when(null, join('zoe', 'panelist'), { at: 9_000_000 }).rejects('invite-expired');
    given().when(null, join('zoe', 'panelist')).rejects('not-found');
  });

  test('[JOIN-3] with the waiting room on, a person who joins is waiting', () => {
    const after = given(opened('led', { waitingRoom: true }))
      .when(null, join('zoe', 'panelist'))
      .state();
    expect(after.members.at(-1)).toMatchObject({ name: 'zoe', status: 'waiting' });
    const open = given(opened('led')).when(null, join('zoe', 'panelist')).state();
    expect(open.members.at(-1)).toMatchObject({ name: 'zoe', status: 'in' });
  });

  test('[JOIN-13] a person who was declined three times cannot knock again, unless they are let back in', () => {
    const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('zoe') });
    const back = by('zoe', { type: 'MemberReturned', memberId: idOf('zoe'), waiting: true });
    const twice = [...ledLobby(), ...joined('zoe', 'panelist', true), ...declined, ...back, ...declined];
    given(twice)
      .when(null, join('zoe', 'panelist'))
      .makes(...back.map(({ event }) => event));
    given(twice, back, declined).when(null, join('zoe', 'panelist')).rejects('removed');
    const letIn = by('hana', { type: 'MemberLetBackIn', memberId: idOf('zoe') });
    const left = by('zoe', { type: 'MemberLeft', memberId: idOf('zoe') });
    given(twice, back, declined, letIn, left).when(null, join('zoe', 'panelist')).state();
  });

  test('[JOIN-4] joining again, by any link or under an earlier id, changes nothing', () => {
    given(ledLobby()).when(null, join('pia', 'panelist')).changesNothing();
    given(ledLobby()).when(null, join('pia', 'candidate')).changesNothing();
    given(ledLobby())
      .when(null, join('account', 'panelist', [principalOf('pia')]))
      .changesNothing();
    given(ledLobby(), joined('zoe', 'panelist', true))
      .when(null, join('zoe', 'panelist'))
      .changesNothing();
  });

  test('[JOIN-5] a removed member stays out, by any link and under any id', () => {
    given(ledLobby(), removed('pia')).when(null, join('pia', 'observer')).rejects('removed');
    given(ledLobby(), removed('pia'))
      .when(null, join('account', 'panelist', [principalOf('pia')]))
      .rejects('removed');
  });

  test('[JOIN-6] a member who left joins again with the role they had, and waits again where people wait', () => {
    given(ledLobby(), left('olga'))
      .when(null, join('olga', 'panelist'))
      .makes({ type: 'MemberReturned', memberId: idOf('olga'), waiting: false });
    given(ledLobby({ waitingRoom: true }), left('olga'))
      .when(null, join('olga', 'observer'))
      .makes({ type: 'MemberReturned', memberId: idOf('olga'), waiting: true });
    given(ledLobby(), left('olga')).when(null, join('olga', 'made up')).rejects('invite-unknown');
  });

  test('[JOIN-6] a declined person can join again, and waits again', () => {
    const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('zoe') });
    given(ledLobby({ waitingRoom: true }), joined('zoe', 'panelist', true), declined)
      .when(null, join('zoe', 'panelist'))
      .makes({ type: 'MemberReturned', memberId: idOf('zoe'), waiting: true });
  });

  test('[JOIN-7] a candidate who joins again by a panelist’s link is a candidate', () => {
    const after = given(ledLobby(), left('carl')).when(null, join('carl', 'panelist')).state();
    expect(after.members.find((member) => member.name === 'carl')?.role).toBe('candidate');
  });

  test('[JOIN-7] the host puts a wrong role right, until the candidate has had the hot seat', () => {
    const toRole = (name: string, role: 'panelist' | 'candidate' | 'observer') =>
      ({ type: 'ChangeRole', memberId: idOf(name), role }) as const;
    given(ledLobby())
      .when('hana', toRole('carl', 'panelist'))
      .makes({ type: 'RoleChanged', memberId: idOf('carl'), role: 'panelist' });
    given(asked()).when('hana', toRole('carl', 'panelist')).rejects('in-hot-seat');
    given(published()).when('hana', toRole('carl', 'panelist')).rejects('role-fixed');
    given(ledLobby()).when('hana', toRole('pia', 'candidate')).rejects('seat-taken');
    given(peerLobby()).when('hana', toRole('pia', 'candidate')).rejects('role-fixed');
    given(ledLobby(), removed('carl'))
      .when('hana', toRole('pia', 'candidate'))
      .makes(
        { type: 'RoleChanged', memberId: idOf('pia'), role: 'candidate' },
        { type: 'InviteRevoked', inviteId: inviteOf('panelist') },
        { type: 'InviteRevoked', inviteId: inviteOf('observer') },
      );
  });

  test('[JOIN-7] the candidate who knocked by the panel’s link costs the panel that link alone', () => {
    const toCandidate = { type: 'ChangeRole', memberId: idOf('cora'), role: 'candidate' } as const;
    const changed = { type: 'RoleChanged', memberId: idOf('cora'), role: 'candidate' } as const;
    const link = (role: Role) => ({ type: 'InviteRevoked', inviteId: inviteOf(role) }) as const;
    const lobby = ledLobby({ waitingRoom: true });
    for (const role of ['panelist', 'observer'] as const)
      given(lobby, joined('cora', role, true))
        .when('hana', toCandidate)
        .makes(changed, link(role));
    const wasIn = [...joined('cora'), ...left('cora')];
    const again = by(null, { type: 'MemberReturned', memberId: idOf('cora'), waiting: true });
    given(lobby, wasIn, again).when('hana', toCandidate).makes(changed, link('panelist'), link('observer'));
    const renewedSince = by('hana', { type: 'InviteRevoked', inviteId: inviteOf('panelist') });
    given(lobby, joined('cora', 'panelist', true), renewedSince)
      .when('hana', toCandidate)
      .makes(changed);
  });

  test('[JOIN-7] neither the host’s place nor a link makes a candidate anything else', () => {
    given(ledLobby())
      .when('hana', { type: 'HandOverHost', memberId: idOf('carl') })
      .rejects('not-found');
    given(ledLobby()).when('carl', { type: 'TakeOverHost' }, { hostAwayMs: 99_000 }).rejects('not-allowed');
  });

  test('[JOIN-8] a second candidate waits until the first one’s round is published', () => {
    const statusOf = (history: Happened[][], name: string) =>
      given(...history)
        .when(null, join(name, 'candidate'))
        .state()
        .members.find((member) => member.name === name)?.status;
    expect(statusOf([ledLobby()], 'cleo')).toBe('waiting');
    expect(statusOf([asked()], 'cleo')).toBe('waiting');
    expect(statusOf([published()], 'cleo')).toBe('in');
    expect(statusOf([ledLobby(), removed('carl')], 'cleo')).toBe('in');
    expect(statusOf([ledLobby(), left('carl'), joined('cleo', 'candidate')], 'carl')).toBe('waiting');
  });

  test('[JOIN-8] a second candidate is let in once the first has left', () => {
    const admit = { type: 'AdmitMember', memberId: idOf('cleo') } as const;
    const waiting = joined('cleo', 'candidate', true);
    given(asked(), waiting).when('hana', admit).rejects('seat-taken');
    given(asked(), waiting).when('hana', { type: 'AdmitEveryone' }).changesNothing();
    const mustWait = (...history: Happened[][]) =>
      doorSlice(stateOf(...history)).waiting[idOf('cleo')]?.mustWait;
    expect(mustWait(asked(), waiting)).toBe(true);
    expect(mustWait(published(), waiting)).toBe(false);
    expect(mustWait(asked(), joined('cleo', 'observer', true))).toBe(false);
    given(published(), waiting)
      .when('hana', admit)
      .makes({ type: 'MemberAdmitted', memberId: idOf('cleo') });
  });

  test('[JOIN-3] while a round is live a newcomer waits, and a returning member does not', () => {
    const joining = (history: Happened[][], name: string, tokenHash: string) =>
      given(...history)
        .when(null, join(name, tokenHash))
        .state()
        .members.find((member) => member.name === name)?.status;
    expect(joining([asked()], 'zoe', 'panelist')).toBe('waiting');
    expect(joining([asked(), left('olga')], 'olga', 'observer')).toBe('in');
    expect(joining([published()], 'zoe', 'panelist')).toBe('in');
  });

  test('[JOIN-5] a removed or declined person who is let back in is in at once, with their role', () => {
    const back = { type: 'LetBackIn', memberId: idOf('pia') } as const;
    given(asked(), removed('pia'))
      .when('hana', back)
      .makes({ type: 'MemberLetBackIn', memberId: idOf('pia') });
    given(asked()).when('hana', back).changesNothing();
    given(asked(), left('pia')).when('hana', back).rejects('not-found');
    given(asked(), removed('pia')).when('paul', back).rejects('not-allowed');
    given(ledLobby(), removed('carl'), joined('cleo', 'candidate'))
      .when('hana', { type: 'LetBackIn', memberId: idOf('carl') })
      .rejects('seat-taken');
  });

  test('[JOIN-6] a host who left an empty room is in at once, even with the waiting room on', () => {
    const alone = [...opened('led', { waitingRoom: true }), ...left('hana')];
    given(alone)
      .when(null, join('hana', 'panelist'))
      .makes({ type: 'MemberReturned', memberId: idOf('hana'), waiting: false });
  });

  test('[JOIN-9] nobody joins a room that has ended, for the first time or again', () => {
    const ended = by('hana', { type: 'RoomEnded' });
    given(ledLobby(), ended).when(null, join('zoe', 'panelist')).rejects('room-ended');
    given(ledLobby(), left('pia'), ended).when(null, join('pia', 'panelist')).rejects('room-ended');
  });

  test('[JOIN-11] a full room lets nobody in', () => {
    const crowd = Array.from({ length: LIMITS.members - 3 }, (_, index) => joined(`p${index}`)).flat();
    given(peerLobby(), crowd).when(null, join('zoe', 'panelist')).rejects('room-full');
    given(peerLobby(), crowd.slice(1)).when(null, join('zoe', 'panelist')).state();
  });

  test('[JOIN-11] declined people do not count', () => {
    const strangers = Array.from({ length: LIMITS.members - 4 }, (_, index) => [
      ...joined(`p${index}`, 'panelist', true),
      ...by('hana', { type: 'MemberDeclined', memberId: idOf(`p${index}`) }),
    ]).flat();
    given(peerLobby({ waitingRoom: true }), strangers)
      .when(null, join('zoe', 'panelist'))
      .state();
  });

  test('[JOIN-12] one link makes only so many people members, even if they have left', () => {
    const gone = Array.from({ length: LIMITS.knocks - 2 }, (_, index) => [
      ...joined(`p${index}`, 'panelist', true),
      ...by('hana', { type: 'MemberDeclined', memberId: idOf(`p${index}`) }),
    ]).flat();
    given(peerLobby(), gone).when(null, join('zoe', 'panelist')).rejects('link-used-up');
    given(peerLobby(), gone).when(null, join('zoe', 'observer')).state();
    given(peerLobby(), gone.slice(2)).when(null, join('zoe', 'panelist')).state();
  });
});

describe('the waiting room', () => {
  const zoe = { memberId: idOf('zoe') };
  const knocking = [...ledLobby({ waitingRoom: true }), ...joined('zoe', 'panelist', true)];

  test('[JOIN-10] the host lets everyone in at once, but only the first of two candidates', () => {
    const crowd = [
      ...joined('zack', 'observer', true),
      ...joined('cleo', 'candidate', true),
      ...joined('cora', 'candidate', true),
    ];
    given(knocking, removed('carl'), crowd)
      .when('hana', { type: 'AdmitEveryone' })
      .makes(
        ...['zoe', 'zack', 'cleo'].map((name) => ({ type: 'MemberAdmitted' as const, memberId: idOf(name) })),
      );
    given(knocking).when('pia', { type: 'AdmitEveryone' }).rejects('not-allowed');
    // Who knocked after the host had looked still waits.
    given(knocking, crowd)
      .when('hana', { type: 'AdmitEveryone', members: ['zoe', 'paul', 'nobody'].map(idOf) })
      .makes({ type: 'MemberAdmitted', memberId: idOf('zoe') });
  });

  test('[JOIN-10] the host lets in, once', () => {
    given(knocking)
      .when('hana', { type: 'AdmitMember', ...zoe })
      .makes({ type: 'MemberAdmitted', ...zoe });
    const admitted = by('hana', { type: 'MemberAdmitted', ...zoe });
    given(knocking, admitted)
      .when('hana', { type: 'AdmitMember', ...zoe })
      .changesNothing();
  });

  test('[JOIN-10] the host declines, once', () => {
    given(knocking)
      .when('hana', { type: 'DeclineMember', ...zoe })
      .makes({ type: 'MemberDeclined', ...zoe });
    const declined = by('hana', { type: 'MemberDeclined', ...zoe });
    given(knocking, declined)
      .when('hana', { type: 'DeclineMember', ...zoe })
      .changesNothing();
    given(knocking, declined)
      .when('hana', { type: 'AdmitMember', ...zoe })
      .rejects('not-found');
    given(knocking)
      .when('hana', { type: 'DeclineMember', memberId: idOf('pia') })
      .rejects('not-found');
    given(knocking)
      .when('hana', { type: 'AdmitMember', memberId: idOf('nobody') })
      .rejects('not-found');
  });
});
