import { LIMITS } from '../protocol/words';
import { withMember } from './core/change';
import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import type { RoomEvent } from './core/events';
import { type Member, memberByPrincipal, memberOf, type RoomState } from './core/state';
import { isFull, isSeatTaken, waits } from './joining';

/** How people get their own seat back: by the room's address, by their return link, or through the host, who knows them. */

export type ReturningEvent =
  | { type: 'ReturnLinkIssued'; memberId: string; returnId: string; tokenHash: string }
  /** From now on `principalId` has this seat too; `from` is the place in the waiting room that they had until then. */
  | { type: 'MemberMoved'; memberId: string; principalId: string; from: string | null };

export type ReturnCommand =
  | { type: 'ReturnToRoom' }
  | { type: 'IssueReturnLink'; returnId: string; tokenHash: string }
  | { type: 'FollowReturnLink'; principalIds: readonly [string, ...string[]]; tokenHash: string };

export const systemDeciders: SystemDeciders<ReturnCommand['type']> = {
  ReturnToRoom(state, _, { by }) {
    if (!state) return reject('not-found');
    const member = memberOf(state, by);
    if (member?.status === 'removed') return reject('removed');
    if (!member?.arrived || member.status === 'declined') return reject('not-a-member');
    if (member.status !== 'left') return nothing;
    return state.phase === 'ended' ? reject('room-ended') : comesBack(state, member);
  },
  IssueReturnLink(state, { returnId, tokenHash }, { by }) {
    const member = state && memberOf(state, by);
    if (member?.status !== 'in') return reject('not-allowed');
    return accept({ type: 'ReturnLinkIssued', memberId: member.memberId, returnId, tokenHash });
  },
  FollowReturnLink(state, { principalIds, tokenHash }) {
    const member = state?.members.find(({ returnLink }) => returnLink?.tokenHash === tokenHash);
    if (!state || !member) return reject('return-unknown');
    if (member.status === 'removed' || member.status === 'declined') return reject('removed');
    const known = memberByPrincipal(state, principalIds);
    if (known?.memberId === member.memberId)
      return member.status === 'left' && state.phase !== 'ended' ? comesBack(state, member) : nothing;
    const [principalId] = principalIds;
    return moved(state, member, principalId, known);
  },
};

export const commands: Commands<'GiveSeat'> = {
  GiveSeat: {
    may: host,
    decide({ state, by }, { memberId, seatOf }) {
      const waiting = memberOf(state, memberId);
      const member = memberOf(state, seatOf);
      if (waiting?.status !== 'waiting' || !member || seatOf === memberId) return reject('not-found');
      if (member.status !== 'in' && member.status !== 'left') return reject('not-found');
      if (seatOf === by) return reject('host-stays');
      if (member.role !== waiting.role) return reject('role-fixed');
      return moved(state, member, waiting.principalId, waiting);
    },
  },
};

function moved(state: RoomState, member: Member, principalId: string, known: Member | undefined): Decision {
  const from = known?.status === 'waiting' && !known.arrived ? known.memberId : null;
  if (known && from === null) return reject('has-seat');
  if (member.otherIds.length >= LIMITS.devices) return reject('too-many');
  const back: RoomEvent[] =
    member.status === 'left' && state.phase !== 'ended'
      ? [{ type: 'MemberReturned', memberId: member.memberId, waiting: mustWaitForSeat(state, member) }]
      : [];
  if (back.length > 0 && isFull(state) && from === null) return reject('room-full');
  return accept({ type: 'MemberMoved', memberId: member.memberId, principalId, from }, ...back);
}

/** Whether another person is the candidate now. */
function mustWaitForSeat(state: RoomState, member: Member): boolean {
  return member.role === 'candidate' && isSeatTaken(state, member);
}

function comesBack(state: RoomState, member: Member): Decision {
  if (isFull(state)) return reject('room-full');
  const { memberId, role } = member;
  return accept({ type: 'MemberReturned', memberId, waiting: waits(state, role, member) });
}

export const evolvers: Evolvers<ReturningEvent> = {
  ReturnLinkIssued: (state, { memberId, returnId, tokenHash }) =>
    withMember(state, memberId, { returnLink: { returnId, tokenHash } }),
  MemberMoved: (state, { memberId, principalId, from }) => ({
    ...state,
    members: state.members
      .filter((member) => member.memberId !== from)
      .map((member) =>
        member.memberId === memberId
          ? { ...member, principalId, otherIds: [...member.otherIds, member.principalId] }
          : member,
      ),
  }),
};
