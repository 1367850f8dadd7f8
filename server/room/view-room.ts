import type { PublishedSlice, RoomSlice, RosterSlice, RoundSlice } from '../protocol/views';
import {
  type Channel,
  currentRound,
  hasSat,
  isInSeat,
  type Member,
  membersIn,
  type RoomState,
} from './core/state';
import { nextCandidate } from './rotation/next';

export function roomSlice(state: RoomState): RoomSlice {
  const { settings } = state;
  return {
    roomId: state.roomId,
    title: settings.title,
    format: settings.format,
    phase: state.phase,
    packTitle: state.pack.title,
    callLink: settings.callLink,
    hostId: state.hostId,
    plannedAsks: settings.format === 'peer' ? settings.slots.length : settings.agenda.length,
    targetSeconds: settings.targetSeconds,
  };
}

/** Who of the people in the room a channel may know of: candidates of a led room do not meet. */
export function peopleFor(state: RoomState, channel: Channel): Member[] {
  const meetsCandidates = channel === 'host' || channel === 'panel';
  return membersIn(state).filter(
    ({ role, memberId }) =>
      meetsCandidates || role !== 'candidate' || (channel === 'candidate' && isInSeat(state, memberId)),
  );
}

export function rosterSlice(state: RoomState, channel: Channel): RosterSlice {
  return {
    members: peopleFor(state, channel).map((member) => ({
      id: member.memberId,
      name: member.name,
      role: member.role,
      ready: member.ready,
      sat: hasSat(state, member.memberId),
    })),
  };
}

export function roundSlice(state: RoomState): RoundSlice {
  const round = currentRound(state);
  if (!round) return null;
  const isPeer = state.settings.format === 'peer';
  return {
    roundId: round.roundId,
    no: round.no,
    of: isPeer ? Math.max(round.no, seatsInAll(state)) : null,
    phase: round.phase,
    candidateId: round.candidateId,
    nextId: isPeer ? (nextCandidate(state)?.memberId ?? null) : null,
    startedAt: round.startedAt,
    publishedAt: round.published?.at ?? null,
  };
}

/** People who have had the hot seat, or are still here to take it. */
function seatsInAll(state: RoomState): number {
  const here = membersIn(state).filter((member) => member.role === 'panelist');
  return new Set([
    ...here.map((member) => member.memberId),
    ...state.rounds.map((round) => round.candidateId),
  ]).size;
}

export function publishedSlice(state: RoomState): PublishedSlice {
  const round = currentRound(state);
  if (!round?.published) return null;
  return { roundId: round.roundId, at: round.published.at, sharing: round.published.sharing };
}
