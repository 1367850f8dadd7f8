import type { Anchors, BriefPart, PackProblem, PackWarning, Tip } from './pack';

export type CoverageKind = 'used' | 'note' | 'left-out';

/** What became of the lines of a source that are not blank. `used`, `notes` and `leftOut` add up to `lines`. */
export interface Coverage {
  lines: number;
  used: number;
  notes: number;
  leftOut: number;
  /** Lines from and to (1-based, both included), in order. `reason` says why something was left out. */
  spans: { from: number; to: number; kind: CoverageKind; reason: string | null }[];
}

/** How much of each was read. Key points and contexts are those of questions; `answers` are questions with an answer. */
export interface PackCounts {
  groups: number;
  questions: number;
  keyPoints: number;
  contexts: number;
  exercises: number;
  tips: number;
  answers: number;
}

/** One thing that was read, with its context; `line` is 1-based, in the source. */
export interface ReadPoint {
  line: number;
  text: string;
  context: string | null;
  /** Of a planted issue: "high, lines 3 and 5". */
  mark: string | null;
}

/** A question or an exercise as it was read. What its kind does not have is empty or null. */
export interface ReadItem {
  /** Null in a source, whose items have their ids when it is a pack. */
  id: string | null;
  kind: 'question' | 'exercise';
  line: number;
  /** A question's prompt, or an exercise's title. */
  title: string;
  /** What an exercise asks for. */
  task: string | null;
  why: string | null;
  points: ReadPoint[];
  /** What a good answer says. */
  answer: string | null;
  /** Code of a question's prompt. */
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
  /** Answers as they are rated. */
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

/** A source as it was understood, for its author to look at: also when problems keep it from being a pack. */
export interface PackPreview {
  groups: ReadGroup[];
  /** Exercises that belong to no group. */
  loose: ReadItem[];
  tips: Tip[];
  notes: string[];
}

/** What reading a source comes to, as its author sees it. */
export interface PackReport {
  ok: boolean;
  title: string | null;
  counts: PackCounts;
  preview: PackPreview;
  problems: PackProblem[];
  warnings: PackWarning[];
  coverage: Coverage;
  /** The pack of theirs that this may be another version of: it is called the same. */
  kept: KeptPack | null;
}

/** A pack to be read before a room is opened with it. Its lines are 0: it has no source beside it. */
export interface PackPage {
  pack: PackSummary | KeptPack;
  /** A pack of the reader's own. */
  own: boolean;
  brief: BriefPart[];
  preview: PackPreview;
  /** Rounds that were played with it: with a shipped one those that the reader took part in. */
  rounds: number;
}

/** A question or exercise that was found by words. */
export interface PackHit {
  packId: string;
  packTitle: string;
  itemId: string;
  kind: 'question' | 'exercise';
  title: string;
  /** What else of it holds the words; null where its title does. */
  found: { where: FoundIn; text: string } | null;
}

export type FoundIn = 'tag' | 'point' | 'issue' | 'answer' | 'other';

/** The link by which a teammate gets a copy of a pack. */
export interface PackLink {
  token: string;
  createdAt: number;
}

/** What whoever has the link sees of the pack. */
export interface SharedPack {
  pack: Pick<PackSummary, 'title' | 'groups' | 'questions' | 'exercises'>;
  /** What its owner is called. */
  by: string;
  /** The id of the reader's own pack, where the link is of that. */
  ownId: string | null;
}

/** What a list of packs shows. */
export interface PackSummary {
  id: string;
  title: string;
  groups: { id: string; title: string; questions: number }[];
  questions: number;
  exercises: number;
}

/** A pack of somebody's own. */
export interface KeptPack extends PackSummary {
  /** Number of its newest version, from 1. */
  no: number;
  /** Milliseconds since 1970. */
  updatedAt: number;
  /** Of a copy: the original's title when it was made, and which copy of it this is, from 1. */
  copy: { of: string; no: number } | null;
  /** When it goes by itself, for a pack that is used once; null for one that is kept. */
  until: number | null;
}

export interface PackVersion {
  no: number;
  title: string;
  questions: number;
  exercises: number;
  createdAt: number;
}

/** A pack of somebody's own with its Markdown, to be edited. */
export interface OpenPack extends KeptPack {
  source: string;
  /** Newest first. */
  versions: PackVersion[];
}

/** What a person may keep: a pack is at most 1 MB, and its versions are kept beside it. */
export const LIBRARY_LIMITS = {
  packs: 60,
  versions: 30,
  /** Bytes of all versions of one person. */
  bytes: 32 * 1_048_576,
  /** Packs for one room that wait for it. */
  once: 10,
  /** Hours that such a pack waits. */
  onceHours: 24,
  /** Hours in which a deleted pack can be had back. */
  undoHours: 24,
} as const;
