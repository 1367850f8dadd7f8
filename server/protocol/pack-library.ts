import type { Anchors, BriefPart, PackProblem, PackWarning, Tip } from './pack';

export type CoverageKind = 'used' | 'note' | 'left-out';

/** How the lines of a source that are not blank were read. `used`, `notes` and `leftOut` add up to `lines`. */
export interface Coverage {
  lines: number;
  used: number;
  notes: number;
  leftOut: number;
  /** Line ranges (1-based, inclusive), in order. `reason` says why a range was left out. */
  spans: { from: number; to: number; kind: CoverageKind; reason: string | null }[];
}

/** Counts of what was read. Key points and contexts are those of questions; `answers` counts questions with an answer. */
export interface PackCounts {
  groups: number;
  questions: number;
  keyPoints: number;
  contexts: number;
  exercises: number;
  tips: number;
  answers: number;
}

/** One thing that was read, with its context; `line` is its 1-based line in the source. */
export interface ReadPoint {
  line: number;
  text: string;
  context: string | null;
  /** For a planted issue: "high, lines 3 and 5". */
  mark: string | null;
}

/** A question or an exercise as it was read. Fields that its kind does not have are empty or null. */
export interface ReadItem {
  /** Null in a source, whose items get their ids when it becomes a pack. */
  id: string | null;
  kind: 'question' | 'exercise';
  line: number;
  /** A question's prompt, or an exercise's title. */
  title: string;
  /** The task of an exercise. */
  task: string | null;
  why: string | null;
  points: ReadPoint[];
  /** What a good answer says. */
  answer: string | null;
  /** The code in a question's prompt. */
  code: string | null;
  followUps: ReadPoint[];
  weakAnswers: string[];
  anchors: Anchors | null;
  level: string | null;
  /** Seconds. */
  targetSeconds: number | null;
  behavioural: boolean;
  language: string | null;
  original: string | null;
  improved: string | null;
  /** What each change of an exercise buys. */
  reasons: ReadPoint[];
  hints: string[];
  /** Sample answers with their ratings. */
  samples: { rating: number; text: string }[];
  tags: string[];
  notes: string[];
}

export interface ReadGroup {
  line: number;
  title: string;
  items: ReadItem[];
  notes: string[];
}

/** A source as it was understood, for its author to check, even if problems keep it from being a pack. */
export interface PackPreview {
  groups: ReadGroup[];
  /** Exercises that belong to no group. */
  loose: ReadItem[];
  tips: Tip[];
  notes: string[];
}

/** The outcome of reading a source, as its author sees it. */
export interface PackReport {
  ok: boolean;
  title: string | null;
  counts: PackCounts;
  preview: PackPreview;
  problems: PackProblem[];
  warnings: PackWarning[];
  coverage: Coverage;
  /** Their own pack with the same title, of which this may be another version. */
  kept: KeptPack | null;
}

/** A pack to read before opening a room with it. Its lines are 0, as there is no source beside it. */
export interface PackPage {
  pack: PackSummary | KeptPack;
  /** Whether it is the reader's own pack. */
  own: boolean;
  brief: BriefPart[];
  preview: PackPreview;
  /** Rounds that were played with it. For a shipped pack, only those in which the reader took part. */
  rounds: number;
}

/** A question or exercise that a search found. */
export interface PackHit {
  packId: string;
  packTitle: string;
  itemId: string;
  kind: 'question' | 'exercise';
  title: string;
  /** Another part of it with the words; null if they are in its title. */
  found: { where: FoundIn; text: string } | null;
}

export type FoundIn = 'tag' | 'point' | 'issue' | 'answer' | 'other';

/** The link through which a teammate gets a copy of a pack. */
export interface PackLink {
  /** Null: it was made while the deployment had another secret. It still opens the pack, but cannot be shown. */
  token: string | null;
  createdAt: number;
}

/** What a person with the link sees of the pack. */
export interface SharedPack {
  pack: Pick<PackSummary, 'title' | 'groups' | 'questions' | 'exercises'>;
  /** Its owner's name. */
  by: string;
  /** The pack's id, if the reader owns it. */
  ownId: string | null;
}

/** A pack as a list shows it. */
export interface PackSummary {
  id: string;
  title: string;
  groups: { id: string; title: string; questions: number }[];
  questions: number;
  exercises: number;
}

/** A person's own pack. */
export interface KeptPack extends PackSummary {
  /** Number of its newest version, from 1. */
  no: number;
  /** Milliseconds since 1970. */
  updatedAt: number;
  /** For a copy: the original's title at that time, and the number of this copy, from 1. */
  copy: { of: string; no: number } | null;
  /** When it is deleted automatically, for a pack that is used once; null for a pack that is kept. */
  until: number | null;
}

export interface PackVersion {
  no: number;
  title: string;
  questions: number;
  exercises: number;
  createdAt: number;
}

/** A person's own pack with its Markdown, for editing. */
export interface OpenPack extends KeptPack {
  source: string;
  /** Newest first. */
  versions: PackVersion[];
}

/** How much a person may keep. A pack has at most 1 MB, and its versions are kept with it. */
export const LIBRARY_LIMITS = {
  packs: 60,
  versions: 30,
  /** Bytes of all of one person's versions. */
  bytes: 32 * 1_048_576,
  /** Packs for one room that have not been used yet. */
  once: 10,
  /** Hours for which such a pack is kept. */
  onceHours: 24,
  /** Hours in which a deleted pack can be restored. */
  undoHours: 24,
} as const;
