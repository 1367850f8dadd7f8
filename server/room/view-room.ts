import type { DoorSlice, PublishedSlice, RoomSlice, RosterSlice, RoundSlice } from '../protocol/view-room';
import {
  type Channel,
  currentRound,
  hasSat,
  isInSeat,
  type Member,
  membersIn,
  type RoomState,
  ratersOf,
} from './core/state';
import { byId, remembered } from './remembered';
import { nextCandidate } from './rotation/next';
import { groupsOf } from './view-panel';

export const roomSlice = remembered(
  (state: RoomState) => [state.settings, state.phase, state.hostId, state.pack],
  (state): RoomSlice => {
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
  },
);

const withoutPack = remembered(
  (room: RoomSlice) => [room],
  (room): RoomSlice => ({ ...room, packTitle: '' }),
);

/** A pack that ships is public: a led candidate hears which it was once their round is published, and not on the bench. */
export function roomFor(state: RoomState, channel: 'candidate' | 'bench'): RoomSlice {
  const isPublished = channel === 'candidate' && currentRound(state)?.phase === 'published';
  return state.settings.format === 'peer' || isPublished ? roomSlice(state) : withoutPack(roomSlice(state));
}

/** Which number the round of a led room has says how many candidates there were before. */
export function candidateRound(state: RoomState): RoundSlice {
  const round = roundSlice(state);
  return round && state.settings.format === 'led' ? { ...round, no: 1 } : round;
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
  return rosters[channel](state);
}

const rosterOf = (channel: Channel) =>
  remembered(
    (state: RoomState) => [state.members, currentRound(state)?.candidateId, whoSat(state).join()],
    (state): RosterSlice => ({
      members: byId(
        peopleFor(state, channel),
        ({ memberId }) => memberId,
        ({ memberId, name, role, ready }, no) => ({
          id: memberId,
          no,
          name,
          role,
          ready,
          sat: hasSat(state, memberId),
        }),
      ),
    }),
  );

const whoSat = ({ rounds }: RoomState) =>
  rounds.flatMap(({ phase, candidateId }) => (phase === 'published' ? [candidateId] : []));

/** Those who know of the same people share a roster. */
const panelRoster = rosterOf('panel');
const rosters: Record<Channel, (state: RoomState) => RosterSlice> = {
  host: panelRoster,
  panel: panelRoster,
  candidate: rosterOf('candidate'),
  bench: rosterOf('bench'),
  waiting: rosterOf('waiting'),
};

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

/** As many as a host looks through: a stranger who was declined in vain is nobody's business after that. */
const OUT_SHOWN = 20;

function lastOut({ members }: RoomState): Member[] {
  return members.filter(({ status }) => status === 'removed' || status === 'declined').slice(-OUT_SHOWN);
}

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
