import type { Signature } from './scorecard-file';
import type { Role, RoundKind, RoundPhase } from './words';

/** One scorecard in a person's history. */
export interface HistoryEntry {
  roomId: string;
  roundId: string;
  /** The room's title when the round was over. */
  title: string;
  packId: string;
  packTitle: string;
  format: RoundKind;
  /** The person's role in that round. */
  role: Role;
  candidateName: string;
  /** When the round began (ms since the epoch). */
  heldAt: number;
  /** Null while its candidate has no scorecard. */
  publishedAt: number | null;
  /** The headline numbers; null when the host did not share them with this person. */
  scores: { first: number | null; second: number | null; ratings: number } | null;
  /** Where it is from, and what its signature says; null for a round of this server. `roomId` is then the kept entry's id. */
  file: { issuer: string; signature: Signature } | null;
}

/** `next` opens the page after this one; null on the last. */
export interface HistoryPage {
  entries: HistoryEntry[];
  next: string | null;
}

/** Null means all. */
export interface HistoryFilter {
  packId: string | null;
  role: Role | null;
  /** A competency's id, in any pack. */
  groupId: string | null;
  format: RoundKind | null;
  /** Held from (ms) on, and before. */
  from: number | null;
  before: number | null;
  /** Part of the name of a person who took part. */
  person: string | null;
  /** Words, each of which must occur in a title, a name, a competency or a question that was asked. */
  words: string | null;
}

/** The filters for a person's history. */
export interface HistoryChoices {
  scorecards: number;
  packs: { id: string; title: string; scorecards: number }[];
  roles: { role: Role; scorecards: number }[];
  formats: { format: RoundKind; scorecards: number }[];
  competencies: { id: string; title: string; scorecards: number }[];
}

/** One point on a competency's line: a round, or a month of rounds if there are many. */
export interface TrendPoint {
  /** When it was held (ms); for a month, the newest time. */
  at: number;
  /** Plain mean of the first ratings behind it. */
  mean: number;
  ratings: number;
  /** People who gave them, each counted once; null if that is not for this person, or if rounds from files make it unknown. */
  raters: number | null;
  rounds: number;
  /** How many of the rounds are from files. */
  fromFiles: number;
  /** Its round; null if the point is a month of several. */
  round: { roomId: string; roundId: string } | null;
}

/** One competency over time, in rounds in which the person had the part that is asked for, oldest first. */
export interface Trend {
  groupId: string;
  title: string;
  points: TrendPoint[];
}

/** Of `all` rounds that there are, the newest `counted` are in the lines. */
export interface Trends {
  lines: Trend[];
  rounds: { counted: number; all: number };
}

/** A room of mine that has not ended. A person in its waiting room sees only its title. */
/** `startsAt`: when my next round is meant to begin (ms). `prepares`: I have a page to prepare with. */
export type RunningRoomEntry = {
  roomId: string;
  title: string;
  role: Role;
  startsAt: number | null;
  prepares: boolean;
} /** `opensAt`: when the lobby opens by itself; null while the host decides. */ & (
  | { status: 'waiting'; opensAt: number | null }
  /** They left, and can come back in. */
  | { status: 'left' }
  | {
      status: 'in';
      host: boolean;
      /** People in the room, including oneself. */
      people: number;
      /** Null in the lobby. `of` is null in a led room. */
      round: { no: number; of: number | null; phase: RoundPhase; inHotSeat: boolean } | null;
      /** Whether a question is live. */
      live: boolean;
    }
);

/** A question from rounds of mine, and how often it was asked. */
export interface HeardQuestion {
  itemId: string;
  prompt: string;
  packTitle: string;
  times: number;
  /** When it was asked last (ms). */
  last: number;
}

/** The most often asked of `all` that there are. */
export interface HeardQuestions {
  entries: HeardQuestion[];
  all: number;
}

/** What a person's own rounds tell them about themselves. Nobody else sees it. */
export interface AboutMe {
  /** About their ratings on panels. `difference`: mean of own first rating minus the others' mean; null below `needed`. */
  severity: { shared: number; needed: number; difference: number | null };
  /** How often they changed a rating after the reveal, out of all asks that they rated. */
  moved: { times: number; asks: number };
  /** In the hot seat: own ratings minus the panel's, one point per round, oldest first. */
  calibration: { roomId: string; roundId: string; at: number; difference: number; asks: number }[];
  /** In warm-ups: own ratings of sample answers minus the pack's, one point per warm-up, oldest first. */
  drift: { at: number; difference: number; samples: number }[];
  /** Their rounds in the hot seat, and how many competencies had ratings that they may see in the latest of them. */
  inSeat: { rounds: number; rated: number };
  /** Of those the lowest recently, lowest first, without those that leave nothing to practise. */
  practise: { groupId: string; title: string; mean: number; ratings: number; packId: string }[];
}

/** How well one question of a pack works, over the rounds that its owner may see. Below `needed` it says only how often it was asked and rated. */
export interface QuestionHealth {
  itemId: string;
  prompt: string;
  asked: number;
  ratings: number;
  mean: number | null;
  /** Mean of the ranges over the askings with at least two ratings. */
  spread: number | null;
  /** Sentences; empty if there is nothing to say. */
  says: HealthSign[];
}

export type HealthSign =
  | { kind: 'ceiling' | 'floor'; share: number }
  | { kind: 'unused-anchors'; values: number[] }
  | { kind: 'always-heard' | 'never-heard'; points: string[] }
  | { kind: 'splits'; share: number };

export interface PackHealth {
  /** The minimum of askings, and of ratings in all, before anything is said about a question. */
  needed: { askings: number; ratings: number };
  questions: QuestionHealth[];
}
