import type { Format, Role, RoundPhase } from './words';

/** One scorecard in a person's history. */
export interface HistoryEntry {
  roomId: string;
  roundId: string;
  /** The room's title when the round was published. */
  title: string;
  packId: string;
  packTitle: string;
  format: Format;
  /** What the person was in that round. */
  role: Role;
  candidateName: string;
  /** Milliseconds since the epoch. */
  publishedAt: number;
  /** The headline numbers; null when the host did not share them with this person. */
  scores: { first: number | null; second: number | null; ratings: number } | null;
}

/** `next` opens the page after this one; null on the last. */
export interface HistoryPage {
  entries: HistoryEntry[];
  next: string | null;
}

/** Null stands for all. */
export interface HistoryFilter {
  packId: string | null;
  role: Role | null;
}

/** What a person's history can be filtered by. */
export interface HistoryChoices {
  scorecards: number;
  packs: { id: string; title: string; scorecards: number }[];
  roles: { role: Role; scorecards: number }[];
}

/** One place on a competency's line: a round, or a month of rounds where there are many. */
export interface TrendPoint {
  /** When it was published (ms); the newest of a month. */
  at: number;
  /** Plain mean of the first ratings behind it. */
  mean: number;
  ratings: number;
  rounds: number;
}

/** How one competency went over time, in the rounds in which the person had the hot seat: oldest first. */
export interface Trend {
  groupId: string;
  title: string;
  points: TrendPoint[];
}

/** A room of mine that has not ended. Whoever waits to be let in knows its title and nothing else. */
export type RunningRoomEntry = { roomId: string; title: string; role: Role } & (
  | { status: 'waiting' }
  | {
      status: 'in';
      host: boolean;
      /** People in the room, oneself included. */
      people: number;
      /** Null in the lobby. `of` is null in a led room. */
      round: { no: number; of: number | null; phase: RoundPhase; inHotSeat: boolean } | null;
      /** A question is being answered. */
      live: boolean;
    }
);
