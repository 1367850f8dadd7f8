import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, nothing } from './core/decision';
import {
  allRounds,
  type IssuedInvite,
  isLobbyOpen,
  type Member,
  memberOf,
  type RoomState,
  type Scene,
} from './core/state';
import { opensAt } from './rules';

/** When a round is meant to begin, and the lobby that opens a little before. At the time itself nothing happens. */

export type ScheduleEvent = { type: 'LobbyOpened' };

/** Asked for by the program when nobody else does anything. */
export type DueCommand = { type: 'DoWhatIsDue' };

const A_DAY = 24 * 60 * 60_000;

export const commands: Commands<'OpenLobby'> = {
  OpenLobby: {
    may: host,
    decide: ({ state }) => (isLobbyOpen(state) ? nothing : accept({ type: 'LobbyOpened' })),
  },
};

/** What is due comes before every command: nothing else is left to do. */
export const systemDeciders: SystemDeciders<DueCommand['type']> = { DoWhatIsDue: () => nothing };

/** A little before its time the lobby opens by itself. */
export function dueOpening(state: RoomState, at: number): ScheduleEvent[] {
  const { startsAt } = state.settings;
  if (isLobbyOpen(state)) return [];
  return startsAt === null || at >= opensAt(startsAt) ? [{ type: 'LobbyOpened' }] : [];
}

export const evolvers: Evolvers<ScheduleEvent> = {
  LobbyOpened: (state) => ({ ...state, lobbyOpen: true }),
};

/**
 * A room that has just got a time, or lost the one `before`. Its links work until a day after. Until the first round begins
 * the lobby is open only from a little before the time. A candidate who has sat is told nothing of later times.
 */
export function withTime(state: RoomState, before: number | null, at: number): RoomState {
  const { startsAt } = state.settings;
  return {
    ...state,
    lobbyOpen: allRounds(state).length > 0 || startsAt === null || at >= opensAt(startsAt),
    invites: state.invites.map((invite) => ({
      ...lasting(invite, startsAt),
      calledOff: startsAt === null ? (before ?? invite.calledOff) : null,
    })),
    members: state.members.map((member) =>
      member.role === 'candidate' && hasRound(state, member)
        ? member
        : {
            ...member,
            startsAt,
            calledOff: startsAt === null ? (member.startsAt ?? member.calledOff) : null,
          },
    ),
  };
}

/** A link of a room that has this time. */
export function lasting<I extends { expiresAt: number }>(invite: I, startsAt: number | null): I {
  return startsAt === null ? invite : { ...invite, expiresAt: Math.max(invite.expiresAt, startsAt + A_DAY) };
}

/**
 * What a person is told who joins now, or looks at a link: a time that has passed was another person's. Only the clock decides
 * this, so that nobody learns whether a round has begun.
 */
export function timeForNewcomers({ settings }: RoomState, at: number): number | null {
  return ahead(settings.startsAt, at);
}

/** The time ahead that this link told of, if it is off: the host took it back, or has ended the room. */
export function calledOffForNewcomers(state: RoomState, invite: IssuedInvite, at: number): number | null {
  return ahead((endedBefore(state, invite) ? state.settings.startsAt : null) ?? invite.calledOff, at);
}

/** Whether the end of the room took their time from these people: a candidate’s who has not sat, and others’ if nobody has. */
function endedBefore(state: Scene, { role }: Pick<Member, 'role'>): boolean {
  return state.phase === 'ended' && (role === 'candidate' || allRounds(state).length === 0);
}

/** Null for a time that has passed. */
export function ahead(time: number | null, at: number): number | null {
  return time !== null && time > at ? time : null;
}

function hasRound({ rounds }: Scene, { memberId }: Member): boolean {
  return rounds.some(({ candidateId }) => candidateId === memberId);
}

/** In a peer room every panelist takes a turn in the hot seat; in a led room only candidates do. */
export function hasStillToSit(state: Scene, memberId: string): boolean {
  const member = memberOf(state, memberId);
  if (!member || state.phase === 'ended' || hasRound(state, member)) return false;
  if (member.status !== 'in' && member.status !== 'waiting') return false;
  return member.role === (state.settings.format === 'peer' ? 'panelist' : 'candidate');
}

/** A candidate's time is the one they were told, and so is the time of people who wait: it says nothing of others' rounds. */
export function startsAtFor(state: Scene, memberId: string): number | null {
  const member = memberOf(state, memberId);
  if (!member) return null;
  const isTold = member.role !== 'candidate' && member.status === 'in';
  return isTold ? state.settings.startsAt : member.startsAt;
}

/**
 * The time that this person was told last, if the host took it back or has ended the room: they may have it in a calendar.
 * Once it has passed, this is not worth telling.
 */
export function calledOffFor(state: Scene, memberId: string): number | null {
  const member = memberOf(state, memberId);
  if (!member) return null;
  const startsAt = startsAtFor(state, memberId);
  if (startsAt === null) return member.calledOff;
  return endedBefore(state, member) && !hasRound(state, member) ? startsAt : null;
}

/** When the lobby opens for a person who is in the room or waits; null once it is open. */
export function lobbyOpensAt(state: Scene): number | null {
  const { startsAt } = state.settings;
  return isLobbyOpen(state) || startsAt === null ? null : opensAt(startsAt);
}
