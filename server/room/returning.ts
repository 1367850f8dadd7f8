import { LIMITS } from '../protocol/words';
import { withMember } from './core/change';
import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import type { RoomEvent } from './core/events';
import { audienceOf, type Member, memberByPrincipal, memberOf, type RoomState } from './core/state';
import { isFull, isSeatTaken, waits } from './joining';

/** How people get their own seat back: by the room's address, by their return link, or through the host, who knows them. */

export type ReturningEvent =
  | { type: 'ReturnLinkIssued'; memberId: string; returnId: string; tokenHash: string }
  /** From now on `principalId` has this seat too; `from` is the unused seat that they had until then. */
  | { type: 'MemberMoved'; memberId: string; principalId: string; from: string | null }
  | { type: 'DeviceEnded'; memberId: string; principalId: string };

export type ReturnCommand =
  | { type: 'ReturnToRoom' }
  | { type: 'IssueReturnLink'; returnId: string; tokenHash: string }
  | { type: 'FollowReturnLink'; principalIds: readonly [string, ...string[]]; tokenHash: string }
  /** Takes one's own seat from another browser of one's own. */
  | { type: 'EndDevice'; principalId: string };

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
    if (known && !isUnused(state, known)) return reject('has-seat');
    const [principalId] = principalIds;
    return moved(state, member, principalId, known, waits(state, member.role, member));
  },
  EndDevice(state, { principalId }, { by }) {
    const member = state && memberOf(state, by);
    if (!member || audienceOf(state, member.memberId) === null) return reject('not-allowed');
    // Without a last id nobody could have the seat again.
    if (
      !member.otherIds.includes(principalId) &&
      (member.otherIds.length === 0 || member.principalId !== principalId)
    )
      return nothing;
    return accept({ type: 'DeviceEnded', memberId: member.memberId, principalId });
  },
};

export const commands: Commands<'GiveSeat'> = {
  GiveSeat: {
    may: host,
    decide({ state, by, seatAwayMs = 'unknown' }, { memberId, seatOf }) {
      const person = memberOf(state, memberId);
      const member = memberOf(state, seatOf);
      if (!person || !member || seatOf === memberId) return reject('not-found');
      if (person.status !== 'waiting' && person.status !== 'in') return reject('not-found');
      if (member.status !== 'in' && member.status !== 'left') return reject('not-found');
      if (seatOf === by || memberId === by) return reject('host-stays');
      if (member.role !== person.role) return reject('role-fixed');
      // The seat holds what nobody else may read, the host least of all.
      if (member.status === 'in' && typeof seatAwayMs !== 'number') return reject('seat-is-here');
      if (!isUnused(state, person)) return reject('seat-used');
      return moved(state, member, person.principalId, person, mustWaitForSeat(state, member));
    },
  },
};

/** Whether a person who left can come back in without a link. */
export function mayComeBack({ phase }: RoomState, { status, arrived }: Member): boolean {
  return status === 'left' && arrived !== null && phase !== 'ended';
}

/** Nothing in the room is about them, so that nothing is lost with their seat: a person who was let in as somebody new. */
function isUnused({ members: _members, pack: _pack, ...rest }: RoomState, { memberId }: Member): boolean {
  return !JSON.stringify(rest).includes(memberId);
}

/** `from`: the seat that they had until now, and which nobody has used. */
function moved(
  state: RoomState,
  member: Member,
  principalId: string,
  from: Member | undefined,
  waiting: boolean,
): Decision {
  const { memberId } = member;
  const back: RoomEvent[] =
    member.status === 'left' && state.phase !== 'ended'
      ? [{ type: 'MemberReturned', memberId, waiting }]
      : [];
  const makesPlace = from?.status === 'waiting' || from?.status === 'in';
  if (back.length > 0 && isFull(state) && !makesPlace) return reject('room-full');
  // The browser that was added first gives way, since nobody could get in any more otherwise.
  const [oldest] = member.otherIds.length >= LIMITS.devices ? member.moves : [];
  const ended: RoomEvent[] = oldest
    ? [{ type: 'DeviceEnded', memberId, principalId: oldest.principalId }]
    : [];
  return accept(
    ...ended,
    { type: 'MemberMoved', memberId, principalId, from: from?.memberId ?? null },
    ...back,
  );
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
  MemberMoved: (state, { memberId, principalId, from }, { at, by }) => ({
    ...state,
    members: state.members
      .filter((member) => member.memberId !== from)
      .map((member) =>
        member.memberId === memberId
          ? {
              ...member,
              principalId,
              otherIds: [...member.otherIds, member.principalId],
              moves: [...member.moves, { principalId, at, givenBy: by === from ? null : by }],
            }
          : member,
      ),
  }),
  DeviceEnded: (state, { memberId, principalId }) => ({
    ...state,
    members: state.members.map((member) =>
      member.memberId === memberId ? withoutDevice(member, principalId) : member,
    ),
  }),
};

function withoutDevice(member: Member, principalId: string): Member {
  const ids = [...member.otherIds, member.principalId].filter((id) => id !== principalId);
  return {
    ...member,
    otherIds: ids.slice(0, -1),
    principalId: ids.at(-1) ?? member.principalId,
    moves: member.moves.filter((move) => move.principalId !== principalId),
  };
}

/** When a host last gave this seat to another browser; null if that never happened. */
export function lastGiven(moves: Member['moves']): number | null {
  return moves.findLast(({ givenBy }) => givenBy !== null)?.at ?? null;
}
