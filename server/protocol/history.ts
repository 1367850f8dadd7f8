import type { Role, RoundKind, RoundPhase } from './words';

/** One scorecard in a person's history. */
export interface HistoryEntry {
  roomId: string;
  roundId: string;
  /** The room's title when the round was published. */
  title: string;
  packId: string;
  packTitle: string;
  format: RoundKind;
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
  /** A competency's id, in whatever pack. */
  groupId: string | null;
  format: RoundKind | null;
  /** Published from (ms) on, and before. */
  from: number | null;
  before: number | null;
  /** Part of a name of somebody who took part. */
  person: string | null;
  /** Each must occur in a title, a name, a competency or a question that was asked. */
  words: string | null;
}

/** What a person's history can be filtered by. */
export interface HistoryChoices {
  scorecards: number;
  packs: { id: string; title: string; scorecards: number }[];
  roles: { role: Role; scorecards: number }[];
  formats: { format: RoundKind; scorecards: number }[];
  competencies: { id: string; title: string; scorecards: number }[];
}

/** One place on a competency's line: a round, or a month of rounds where there are many. */
export interface TrendPoint {
  /** When it was published (ms); the newest of a month. */
  at: number;
  /** Plain mean of the first ratings behind it. */
  mean: number;
  ratings: number;
  rounds: number;
  /** Its round; null where it is a month of several. */
  round: { roomId: string; roundId: string } | null;
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

/** A question that was asked in rounds of mine, and how often. */
export interface HeardQuestion {
  itemId: string;
  prompt: string;
  packTitle: string;
  times: number;
  /** When it was asked last (ms). */
  last: number;
}

/** What a person's own rounds tell them about themself. For nobody else. */
export interface AboutMe {
  /** Of their ratings on panels. `difference`: mean of own first rating minus the others' mean; null below `needed`. */
  severity: { shared: number; needed: number; difference: number | null };
  /** How often they changed a rating after the reveal, of all asks that they rated. */
  moved: { times: number; asks: number };
  /** In the hot seat: own ratings minus the panel's, a point a round, oldest first. */
  calibration: { roomId: string; roundId: string; at: number; difference: number; asks: number }[];
  /** In warm-ups: own ratings of sample answers minus the pack's, a point a warm-up, oldest first. */
  drift: { at: number; difference: number; samples: number }[];
  /** Their lowest competencies of late, lowest first. */
  practise: { groupId: string; title: string; mean: number; ratings: number; packId: string }[];
}

/** How one question of a pack does, over the rounds that its keeper may see. Below `needed` askings nothing is said. */
export interface QuestionHealth {
  itemId: string;
  prompt: string;
  asked: number;
  ratings: number;
  mean: number | null;
  /** Mean of the ranges of the askings with two ratings or more. */
  spread: number | null;
  /** Sentences; empty where there is nothing to say. */
  says: HealthSign[];
}

export type HealthSign =
  | { kind: 'ceiling' | 'floor'; share: number }
  | { kind: 'unused-anchors'; values: number[] }
  | { kind: 'always-heard' | 'never-heard'; points: string[] }
  | { kind: 'splits'; share: number };

export interface PackHealth {
  /** Askings of a question, and ratings in all, before anything is said of it. */
  needed: { askings: number; ratings: number };
  questions: QuestionHealth[];
}
