/** The words and numbers that both ends share. No imports, since the browser loads this file. */

/** Raised with every change of a schema on the wire; a tab with another version is told to reload. */
export const PROTOCOL_VERSION = 5;

export const FORMATS = ['peer', 'led'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * What a round was: `alone` is a practice that its candidate rated, and nobody else. Simulated people played the rest of
 * one that is `simulated`, so its ratings say nothing about anybody.
 */
export const ROUND_KINDS = [...FORMATS, 'alone', 'simulated'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const ROLES = ['panelist', 'candidate', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** The kinds of viewers. A person who is `waiting` has not been let in yet. */
export const AUDIENCES = ['host', 'panelist', 'observer', 'candidate', 'waiting'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a machine marks of an item without key points: its answer as a whole. */
export const WHOLE_ANSWER = 'answer';

export const MARKS = ['heard', 'partial', 'missed'] as const;
export type Mark = (typeof MARKS)[number];

export const STAR_LETTERS = ['S', 'T', 'A', 'R'] as const;
export type StarLetter = (typeof STAR_LETTERS)[number];
export const STAR_NAMES: Record<StarLetter, string> = { S: 'Situation', T: 'Task', A: 'Action', R: 'Result' };

export const VERDICTS = ['strong-no', 'no', 'yes', 'strong-yes'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_NAMES: Record<Verdict, string> = {
  'strong-no': 'Strong no',
  no: 'No',
  yes: 'Yes',
  'strong-yes': 'Strong yes',
};

/** A led panel's decision about its candidate; `none` closes the round without one. */
export const DECISIONS = ['advance', 'hold', 'decline', 'none'] as const;
export type RoundDecision = (typeof DECISIONS)[number];
export const DECISION_NAMES: Record<RoundDecision, string> = {
  advance: 'Advance',
  hold: 'Hold',
  decline: 'Decline',
  none: 'No decision',
};

/** The readers of a note besides its author: the panel from the reveal on, and the candidate once it is published. */
export const NOTE_SHARES = ['none', 'panel', 'candidate'] as const;
export type NoteShare = (typeof NOTE_SHARES)[number];

/** Everything, which is what peers share. Its type is `Sharing`. */
export const EVERYTHING_SHARED = {
  ratings: 'named',
  verdicts: true,
  keyPoints: true,
  evidence: true,
  feedback: true,
} as const;

/** The first offer to a led room's host: means and feedback, without names. */
export const SHARED_AT_FIRST = {
  ratings: 'means',
  verdicts: false,
  keyPoints: false,
  evidence: false,
  feedback: true,
} as const;

/** All of a person's history. Its type is `HistoryFilter`. */
export const NO_FILTER = {
  packId: null,
  role: null,
  groupId: null,
  format: null,
  from: null,
  before: null,
  person: null,
  words: null,
} as const;

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type RatingValue = (typeof RATINGS)[number];
export const RATING_NAMES: Record<RatingValue, string> = {
  1: 'Well below',
  2: 'Below',
  3: 'Meets',
  4: 'Above',
  5: 'Well above',
};

/** Anchors for a pack without its own: what an answer with this rating covers. */
export const GENERIC_ANCHORS: Record<'1' | '3' | '5', string> = {
  '1': 'Stays general. Names few of the key points, and gives no example of having done it.',
  '3': 'Covers most of the key points with one real example, and answers a follow-up.',
  '5': 'Covers the key points unprompted, weighs a trade-off, and shows the result with numbers.',
};

/** `closed`: a led round that its panel has finished, and whose candidate has no scorecard. */
export const ROUND_PHASES = ['asking', 'deliberating', 'debrief', 'closed', 'published'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

/** Review aloud and then fix one thing, or rewrite everything. */
export const CODE_MODES = ['review', 'rewrite'] as const;
/** The exercise that every pack has: code from nothing, in any language. */
export const SCRATCH_PAD = 'scratch-pad';

/** The most rounds, the newest, from which a person learns about themselves or about a pack. */
export const NEWEST_ROUNDS = 100;

/** The group of exercises without a group: no pack can have a group with this id. */
export const UNGROUPED = '-';

/** How long (ms) the host must be away before a panelist may take over. */
export const HOST_AWAY_MS = 30_000;

/** Limits of commands, in characters unless stated otherwise. */
export const LIMITS = {
  /** Of a story that a person prepares, and of each of its four parts. */
  storyTitle: 120,
  storyPart: 2_000,
  /** What somebody said in one answer, for a second opinion: ten minutes of fast talk. */
  transcript: 12_000,
  name: 60,
  title: 120,
  note: 4_000,
  message: 1_000,
  rationale: 2_000,
  reflection: 4_000,
  /** Each text of a person's feedback, and the summary. */
  feedback: 2_000,
  link: 500,
  /** What the maker of a share link calls it. */
  shareLabel: 60,
  agenda: 60,
  members: 60,
  /** People who have ever joined by one link, including those who waited. */
  knocks: 100,
  /** Other browsers in which one seat can be continued. */
  devices: 8,
  /** How often one person can be declined before their knocks are answered without the host. */
  declines: 3,
  /** Rounds that one room can discard, each of which it keeps. */
  discarded: 50,
  notesPerAsk: 100,
  messagesPerRound: 1_000,
  language: 40,
  /** Bytes of one frame from a client. */
  frame: 65_536,
  /** Seconds. */
  targetMin: 15,
  targetMax: 3_600,
} as const;

/** Limits of code exercises, in characters unless stated otherwise. */
export const CODE_LIMITS = {
  lines: 5_000,
  /** Characters that an editor lets somebody write into one text. */
  text: 200_000,
  find: 400,
  pointer: 200,
  /** One listener's extra finds for an ask. */
  findsEach: 20,
  checks: 40,
  checkMessage: 400,
  checkOutput: 4_000,
  /** Bytes of a whole report as JSON, which leaves room in a frame. */
  checkReport: 32_768,
  /** Runs of checks for an ask. */
  runs: 200,
  /** Bytes of one update of a text, and of its whole state. */
  update: 32_768,
  document: 1_048_576,
  /** Bytes of all updates of one text together. */
  history: 16_777_216,
  /** Updates of one text. */
  updates: 200_000,
  /** Bytes of one message about cursors. */
  cursor: 4_096,
  /** Characters of one position in a text. */
  place: 512,
  /** Hours for which an exercise may be read at home. */
  homeHours: 24,
} as const;

/**
 * Who wrote the original, in the text's Yjs document: the same everywhere, so that all begin with the same document, byte for
 * byte. The original is inserted at once, so that its characters are numbered from 0.
 */
export const ORIGINAL_AUTHOR = 1;

/** Simulated panelists of a practice, by their place: the host is brief, the next one digs, the third is friendly. */
export const MANNERS = ['brief', 'digs', 'friendly'] as const;
export type Manner = (typeof MANNERS)[number];
