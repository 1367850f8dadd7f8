import { describe, expect, test } from 'vitest';
import { by, given, idOf } from '../testing/given';
import { inviteOf, ledLobby, peerLobby, testInvite } from '../testing/stories';

describe('invites', () => {
  const invite = testInvite('panelist', { inviteId: 'iv_second000000', tokenHash: 'second' });

  test('[INVITE-1] the host issues an invite, which revokes the earlier one for the role', () => {
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

  test('[INVITE-1] nobody else issues or revokes an invite', () => {
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
  });

  test('[INVITE-4] the links are renewed when the host changes, and when a former host leaves', () => {
    const spareInvites = (['panelist', 'candidate', 'observer'] as const).map((role) =>
      testInvite(role, { inviteId: `iv_${role}new000`.slice(0, 15), tokenHash: `new ${role}` }),
    );
    const renewed = spareInvites.map((spare) => ({ type: 'InviteIssued' as const, invite: spare }));
    const handed = { type: 'HostChanged', from: idOf('hana'), to: idOf('pia'), how: 'handed-over' } as const;
    given(ledLobby())
      .when('hana', { type: 'HandOverHost', memberId: idOf('pia') }, { spareInvites })
      .makes(handed, ...renewed);
    given(ledLobby(), by('hana', handed))
      .when('pia', { type: 'RemoveMember', memberId: idOf('hana') }, { spareInvites })
      .makes({ type: 'MemberRemoved', memberId: idOf('hana') }, ...renewed);
    given(ledLobby(), by('hana', handed))
      .when('hana', { type: 'LeaveRoom' }, { spareInvites })
      .makes({ type: 'MemberLeft', memberId: idOf('hana') }, ...renewed);
    given(ledLobby(), by('hana', handed))
      .when('hana', { type: 'LeaveRoom' })
      .makes(
        { type: 'MemberLeft', memberId: idOf('hana') },
        ...(['panelist', 'candidate', 'observer'] as const).map((role) => ({
          type: 'InviteRevoked' as const,
          inviteId: inviteOf(role),
        })),
      );
  });

  test('[INVITE-3] the invite by which a removed member joined is revoked with them', () => {
    given(ledLobby())
      .when('hana', { type: 'RemoveMember', memberId: idOf('pia') })
      .makes(
        { type: 'MemberRemoved', memberId: idOf('pia') },
        { type: 'InviteRevoked', inviteId: inviteOf('panelist') },
      );
  });
});
