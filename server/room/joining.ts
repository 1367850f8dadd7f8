import type { RejectionCode } from '../protocol/rejections';
import type { DoorSlice } from '../protocol/view-room';
import { LIMITS } from '../protocol/words';
import { groupsOf } from './bank';
import { newMember, withMember } from './core/change';
import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { byId, remembered } from './core/remembered';
import {
  currentRound,
  type IssuedInvite,
  type Member,
  memberByPrincipal,
  memberOf,
  type NewMember,
  type RoomState,
  ratersOf,
} from './core/state';
import { isOver } from './rules';

/** How people get into the room: by an invite, and through the waiting room where it has one. */

export type JoiningEvent =
  | { type: 'MemberJoined'; member: NewMember; waiting: boolean }
  | { type: 'MemberReturned'; memberId: string; waiting: boolean }
  | { type: 'MemberAdmitted'; memberId: string }
  | { type: 'MemberDeclined'; memberId: string };

export interface JoiningCommand {
  type: 'JoinRoom';
  memberId: string;
  /** The person's own id first, then earlier ids of theirs. */
  principalIds: [string, ...string[]];
  name: string;
  tokenHash: string;
}

export const systemDeciders: SystemDeciders<'JoinRoom'> = {
  /** A person has one membership in a room: any link finds it again, with the role it had. */
  JoinRoom(state, { memberId, principalIds, name, tokenHash }, { at }) {
    if (!state) return reject('not-found');
    const known = memberByPrincipal(state, principalIds);
    if (known?.status === 'removed') return reject('removed');
    if (known?.status === 'in' || known?.status === 'waiting') return nothing;
    const invite = state.invites.find((issued) => issued.tokenHash === tokenHash);
    if (!invite) return reject('invite-unknown');
    const problem = joinProblem(state, invite, known, at);
    if (problem) return reject(problem);
    const waiting = state.settings.waitingRoom;
    if (known) return accept({ type: 'MemberReturned', memberId: known.memberId, waiting });
    const [principalId] = principalIds;
    const { role, inviteId } = invite;
    return accept({ type: 'MemberJoined', member: { memberId, principalId, name, role, inviteId }, waiting });
  },
};

/**
 * Why a person who is not in the room cannot join by this invite; null when they can. `known`: their membership, where
 * they were in the room before.
 */
export function joinProblem(
  state: RoomState,
  invite: IssuedInvite,
  known: Member | undefined,
  at: number,
): RejectionCode | null {
  if (invite.revoked) return 'invite-revoked';
  if (invite.expiresAt <= at) return 'invite-expired';
  if (state.phase === 'ended') return 'room-ended';
  const role = known?.role ?? invite.role;
  if (role === 'candidate' && isSeatTaken(state, known)) return 'seat-taken';
  return !known && state.members.length >= LIMITS.members ? 'room-full' : null;
}

/** One candidate at a time; the next can join once the round of the one before is over. */
function isSeatTaken(state: RoomState, known: Member | undefined): boolean {
  return state.members.some(
    (member) =>
      member.role === 'candidate' &&
      member.memberId !== known?.memberId &&
      (member.status === 'in' || member.status === 'waiting') &&
      !state.rounds.some((round) => round.candidateId === member.memberId && isOver(round.phase)),
  );
}

export const commands: Commands<'AdmitMember' | 'DeclineMember'> = {
  AdmitMember: {
    may: host,
    decide({ state }, { memberId }) {
      const status = memberOf(state, memberId)?.status;
      if (status === 'in') return nothing;
      return status === 'waiting' ? accept({ type: 'MemberAdmitted', memberId }) : reject('not-found');
    },
  },
  DeclineMember: {
    may: host,
    decide({ state }, { memberId }) {
      const status = memberOf(state, memberId)?.status;
      if (status === 'declined') return nothing;
      return status === 'waiting' ? accept({ type: 'MemberDeclined', memberId }) : reject('not-found');
    },
  },
};

export const evolvers: Evolvers<JoiningEvent> = {
  MemberJoined: (state, { member, waiting }) => ({
    ...state,
    members: [...state.members, newMember(member, waiting ? 'waiting' : 'in')],
  }),
  MemberReturned: (state, { memberId, waiting }) =>
    withMember(state, memberId, { status: waiting ? 'waiting' : 'in' }),
  MemberAdmitted: (state, { memberId }) => withMember(state, memberId, { status: 'in' }),
  MemberDeclined: (state, { memberId }) => withMember(state, memberId, { status: 'declined' }),
};

export const doorSlice = remembered(
  (state: RoomState) => [
    state.members,
    state.invites,
    state.settings,
    state.pack,
    state.hostId,
    currentRound(state)?.candidateId,
  ],
  (state): DoorSlice => ({
    waiting: byId(
      state.members.filter((member) => member.status === 'waiting'),
      ({ memberId }) => memberId,
      ({ memberId, name, role }, no) => ({ id: memberId, no, name, role }),
    ),
    settings: state.settings,
    groups: groupsOf(state.pack),
    raters: ratersOf(state),
    invites: byId(
      state.invites,
      ({ inviteId }) => inviteId,
      ({ inviteId, role, expiresAt, revoked }, no) => ({
        inviteId,
        no,
        role,
        expiresAt,
        revoked,
        joined: state.members.filter((member) => member.inviteId === inviteId).length,
      }),
    ),
  }),
);
