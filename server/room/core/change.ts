import type { EventMeta } from './events';
import {
  type Ask,
  findAsk,
  isInSeat,
  type Member,
  type MemberStatus,
  type NewMember,
  type RoomState,
  type Round,
} from './state';

/** Small changes to the state that the evolvers of several concepts share. */

export function newMember(member: NewMember, status: MemberStatus): Member {
  return {
    ...member,
    status,
    ready: false,
    hand: false,
    otherIds: [],
    moves: [],
    returnLink: null,
    arrived: null,
    startsAt: null,
    calledOff: null,
    takesPartIn: null,
    correctedAt: null,
    declines: 0,
    turnedAway: false,
  };
}

export function withMember(state: RoomState, memberId: string, change: Partial<Member>): RoomState {
  return {
    ...state,
    members: state.members.map((member) =>
      member.memberId === memberId ? { ...member, ...change } : member,
    ),
  };
}

/** A member who is in from now on. Their first time in is kept, since they have not heard what was asked before it. */
export function withMemberIn(state: RoomState, memberId: string): RoomState {
  const arrived = { rounds: state.rounds.length, asks: state.rounds.at(-1)?.asks.length ?? 0 };
  return {
    ...state,
    members: state.members.map((member) =>
      member.memberId === memberId ? { ...member, status: 'in', arrived: member.arrived ?? arrived } : member,
    ),
  };
}

/** Lowers every hand, as its reason is over. Hands on the bench stay up, since candidates there are not told this. */
export function withHandsDown(state: RoomState): RoomState {
  const isIn = ({ memberId, role }: Member) => role !== 'candidate' || isInSeat(state, memberId);
  return {
    ...state,
    members: state.members.map((member) =>
      member.hand && isIn(member) ? { ...member, hand: false } : member,
    ),
  };
}

export function withRound(state: RoomState, roundId: string, change: (round: Round) => Round): RoomState {
  return {
    ...state,
    rounds: state.rounds.map((round) => (round.roundId === roundId ? change(round) : round)),
  };
}

/** The evolver of an event about one ask. A missing ask is a bug and throws. */
export function onAsk<E extends { type: string; askId: string }>(
  change: (ask: Ask, event: E, meta: EventMeta) => Ask,
): (state: RoomState, event: E, meta: EventMeta) => RoomState {
  return (state, event, meta) => {
    const found = findAsk(state, event.askId);
    if (!found) throw new Error(`${event.type} on an unknown ask ${event.askId}`);
    const ask = change(found.ask, event, meta);
    return withRound(state, found.round.roundId, (round) => ({
      ...round,
      liveAskId: liveAfter(round.liveAskId, ask),
      asks: round.asks.map((other) => (other.askId === ask.askId ? ask : other)),
    }));
  };
}

function liveAfter(liveAskId: string | null, ask: Ask): string | null {
  if (ask.status === 'live') return ask.askId;
  return liveAskId === ask.askId ? null : liveAskId;
}
