import type { RejectionCode } from '../protocol/rejections';
import { shownName } from '../protocol/shown-name';
import type { DoorSlice } from '../protocol/view-room';
import { LIMITS, type Role } from '../protocol/words';
import { groupsOf } from './bank';
import { newMember, withMember, withMemberIn } from './core/change';
import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { byId, remembered } from './core/remembered';
import {
  currentRound,
  type IssuedInvite,
  isLobbyOpen,
  isSimulated,
  type Member,
  memberByPrincipal,
  memberOf,
  type NewMember,
  type RoomState,
  ratersOf,
  type Scene,
  type TryOut,
} from './core/state';
import { isImitation } from './names';
import { isOver } from './rules';
import { calledOffForNewcomers, timeForNewcomers } from './schedule';

/** How people get into the room: by an invite, and through the waiting room if it is on. */

export type JoiningEvent =
  | { type: 'MemberJoined'; member: NewMember; waiting: boolean }
  | { type: 'MemberReturned'; memberId: string; waiting: boolean }
  | { type: 'MemberAdmitted'; memberId: string }
  /** `atEnd`: the room ended while they waited, which is no answer of the host's. */
  | { type: 'MemberDeclined'; memberId: string; atEnd?: true }
  | { type: 'MemberLetBackIn'; memberId: string };

export interface JoiningCommand {
  type: 'JoinRoom';
  memberId: string;
  /** The person's own id first, then earlier ids of theirs. */
  principalIds: [string, ...string[]];
  /** As they typed it. */
  name: string;
  tokenHash: string;
}

export const systemDeciders: SystemDeciders<'JoinRoom'> = {
  /** A person has one membership in a room: any link finds it again, with its role. */
  JoinRoom(state, { memberId, principalIds, name: typed, tokenHash }, { at }) {
    if (!state) return reject('not-found');
    const known = memberByPrincipal(state, principalIds);
    if (known?.status === 'removed') return reject('removed');
    if (known?.status === 'in' || known?.status === 'waiting') return nothing;
    const invite = state.invites.find((issued) => issued.tokenHash === tokenHash);
    if (!invite) return reject('invite-unknown');
    const [principalId] = principalIds;
    const problem = joinProblem(state, invite, known ?? { memberId, principalId }, at);
    if (problem) return reject(problem);
    const waiting = waits(state, known?.role ?? invite.role, known);
    if (known) return accept({ type: 'MemberReturned', memberId: known.memberId, waiting });
    const { role, inviteId } = invite;
    if (isImitation(state, typed, { memberId, role })) return reject('name-imitates');
    const name = shownName(typed);
    if (name === null) return reject('bad-command');
    return accept({ type: 'MemberJoined', member: { memberId, principalId, name, role, inviteId }, waiting });
  },
};

/**
 * Why a person who is not in the room cannot join by this invite; null when they can. `who`: their membership, if they
 * were in the room before, or else the ids they would get; null for a person whom nobody knows yet.
 */
export function joinProblem(
  state: RoomState,
  invite: IssuedInvite,
  who: Member | Pick<Member, 'memberId' | 'principalId'> | null,
  at: number,
): RejectionCode | null {
  const known = who !== null && 'status' in who ? who : null;
  // As if there were no such link.
  if (state.tryOut && !known && !isOfTryOut(state.tryOut, who)) return 'invite-unknown';
  // First: another link would not lead into it either.
  if (state.phase === 'ended') return 'room-ended';
  if (invite.revoked) return 'invite-revoked';
  if (invite.expiresAt <= at) return 'invite-expired';
  // The host has answered them often enough, and can still let them back in.
  if (known?.status === 'declined' && known.declines >= LIMITS.declines) return 'removed';
  if (!known && state.members.filter(({ inviteId }) => inviteId === invite.inviteId).length >= LIMITS.knocks)
    return 'link-used-up';
  return isFull(state) ? 'room-full' : null;
}

/** Its visitor and the simulated people join a try-out; nobody does who could be taken for one of them. */
function isOfTryOut({ visitorId }: TryOut, who: Pick<Member, 'memberId' | 'principalId'> | null): boolean {
  return who !== null && (who.memberId === visitorId || isSimulated(who));
}

/** Members who are in or waiting; those who left, were declined or were removed take no place. */
export function isFull(state: RoomState): boolean {
  const here = state.members.filter(({ status }) => status === 'in' || status === 'waiting');
  return here.length >= LIMITS.members;
}

/**
 * Whether a person has to wait: when the waiting room is on, after they were declined, while another candidate has the
 * place, and when they join for the first time during a round, since a new panelist reads the question with its key
 * points. The host never waits, as nobody else could let them in.
 */
export function waits(state: RoomState, role: Role, known: Member | undefined): boolean {
  if (known?.memberId === state.hostId) return false;
  if (state.settings.waitingRoom || known?.status === 'declined') return true;
  if (role === 'candidate' && isSeatTaken(state, known)) return true;
  const round = currentRound(state);
  return !known?.arrived && round !== undefined && !isOver(round.phase);
}

/** One candidate at a time: the next can join once the previous one's round is over. */
export function isSeatTaken(state: Scene, known: Member | undefined): boolean {
  return state.members.some(
    (member) =>
      member.role === 'candidate' &&
      member.memberId !== known?.memberId &&
      member.status === 'in' &&
      !state.rounds.some((round) => round.candidateId === member.memberId && isOver(round.phase)),
  );
}

export const commands: Commands<'AdmitMember' | 'AdmitEveryone' | 'DeclineMember' | 'LetBackIn'> = {
  AdmitMember: {
    may: host,
    decide({ state }, { memberId }) {
      const member = memberOf(state, memberId);
      if (member?.status === 'in') return nothing;
      if (member?.status !== 'waiting') return reject('not-found');
      if (member.role === 'candidate' && isSeatTaken(state, member)) return reject('seat-taken');
      return accept({ type: 'MemberAdmitted', memberId });
    },
  },
  AdmitEveryone: {
    may: host,
    decide({ state }, { members }) {
      const waiting = state.members.filter(
        ({ memberId, status }) => status === 'waiting' && (members?.includes(memberId) ?? true),
      );
      const seated = waiting.find((member) => member.role === 'candidate' && !isSeatTaken(state, member));
      const admitted = waiting.filter((member) => member.role !== 'candidate' || member === seated);
      return accept(...admitted.map(({ memberId }) => ({ type: 'MemberAdmitted' as const, memberId })));
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
  LetBackIn: {
    may: host,
    decide({ state }, { memberId }) {
      const member = memberOf(state, memberId);
      if (member?.status === 'in') return nothing;
      if (member?.status !== 'removed' && member?.status !== 'declined') return reject('not-found');
      if (member.role === 'candidate' && isSeatTaken(state, member)) return reject('seat-taken');
      return isFull(state) ? reject('room-full') : accept({ type: 'MemberLetBackIn', memberId });
    },
  },
};

export const evolvers: Evolvers<JoiningEvent> = {
  MemberJoined: (state, { member, waiting }, { at }) => {
    const startsAt = timeForNewcomers(state, at);
    const invite = state.invites.find(({ inviteId }) => inviteId === member.inviteId);
    const calledOff = startsAt === null && invite ? calledOffForNewcomers(state, invite, at) : null;
    const joiner = { ...newMember(member, 'waiting'), startsAt, calledOff };
    const joined = { ...state, members: [...state.members, joiner] };
    return waiting ? joined : withMemberIn(joined, member.memberId);
  },
  MemberReturned: (state, { memberId, waiting }) =>
    waiting
      ? withMember(state, memberId, { status: 'waiting', turnedAway: false })
      : withMemberIn(state, memberId),
  MemberAdmitted: (state, { memberId }) => withMemberIn(state, memberId),
  MemberLetBackIn: (state, { memberId }) =>
    withMember(withMemberIn(state, memberId), memberId, { declines: 0 }),
  MemberDeclined: (state, { memberId, atEnd = false }) =>
    withMember(state, memberId, {
      status: 'declined',
      turnedAway: atEnd,
      declines: (memberOf(state, memberId)?.declines ?? 0) + (atEnd ? 0 : 1),
    }),
};

/** As many as a host would look through. */
const OUT_SHOWN = 20;

/** The people who were declined or removed last, and can be let back in. */
function lastOut({ members }: Scene): Member[] {
  return members.filter(({ status }) => status === 'removed' || status === 'declined').slice(-OUT_SHOWN);
}

export const doorSlice = remembered(
  (state: Scene) => [
    state.members,
    state.invites,
    state.settings,
    state.pack,
    state.hostId,
    isLobbyOpen(state),
    currentRound(state)?.candidateId,
    state.rounds.filter(({ phase }) => isOver(phase)).length,
  ],
  (state): DoorSlice => ({
    waiting: byId(
      state.members.filter((member) => member.status === 'waiting'),
      ({ memberId }) => memberId,
      (member, no) => ({
        id: member.memberId,
        no,
        name: member.name,
        role: member.role,
        arrived: member.arrived !== null,
        mustWait: member.role === 'candidate' && isSeatTaken(state, member),
      }),
    ),
    out: byId(
      lastOut(state),
      ({ memberId }) => memberId,
      ({ memberId, name, role, status }, no) => ({
        id: memberId,
        no,
        name,
        role,
        how: status === 'removed' ? 'removed' : 'declined',
      }),
    ),
    left: byId(
      state.members.filter((member) => member.status === 'left' && member.arrived),
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
