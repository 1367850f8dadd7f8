import { ROLES, type Role } from '../protocol/words';
import type { Evolvers, SystemDeciders } from './core/concept';
import type { Context } from './core/decision';
import { accept, nothing, reject } from './core/decision';
import { audienceOf, type Invite, type RoomState } from './core/state';
import { lasting } from './schedule';

/** Links by which people join, one live link for each role. */

export type InviteEvent =
  | { type: 'InviteIssued'; invite: Invite }
  | { type: 'InviteRevoked'; inviteId: string };

export type InviteCommand =
  | { type: 'IssueInvite'; invite: Invite }
  | { type: 'RevokeInvite'; inviteId: string };

export const systemDeciders: SystemDeciders<InviteCommand['type']> = {
  IssueInvite(state, { invite }, { by }) {
    if (!state) return reject('not-found');
    if (!isHost(state, by) || state.tryOut) return reject('not-allowed');
    if (state.phase === 'ended') return reject('room-ended');
    if (state.settings.format === 'peer' && invite.role === 'candidate') return reject('not-allowed');
    return accept({ type: 'InviteIssued', invite });
  },
  RevokeInvite(state, { inviteId }, { by }) {
    if (!state) return reject('not-found');
    if (!isHost(state, by)) return reject('not-allowed');
    const invite = state.invites.find((known) => known.inviteId === inviteId);
    if (!invite) return reject('not-found');
    return invite.revoked ? nothing : accept({ type: 'InviteRevoked', inviteId });
  },
};

/** Replaces the live links for these roles, so that a person who knew one knows none. Without a spare invite a link just ends. */
export function renewed(
  state: RoomState,
  { spareInvites = [] }: Pick<Context, 'spareInvites'>,
  roles: readonly Role[] = ROLES,
): InviteEvent[] {
  return state.invites
    .filter((issued) => !issued.revoked && roles.includes(issued.role))
    .map(({ role, inviteId }) => {
      const spare = spareInvites.find((invite) => invite.role === role);
      return spare ? { type: 'InviteIssued', invite: spare } : { type: 'InviteRevoked', inviteId };
    });
}

function isHost(state: RoomState, by: string | null): boolean {
  return by !== null && audienceOf(state, by) === 'host';
}

export const evolvers: Evolvers<InviteEvent> = {
  InviteIssued: (state, { invite }) => ({
    ...state,
    invites: [
      ...state.invites.map((other) => (other.role === invite.role ? { ...other, revoked: true } : other)),
      { ...lasting(invite, state.settings.startsAt), revoked: false, calledOff: null },
    ],
  }),
  InviteRevoked: (state, { inviteId }) => ({
    ...state,
    invites: state.invites.map((invite) =>
      invite.inviteId === inviteId ? { ...invite, revoked: true } : invite,
    ),
  }),
};
