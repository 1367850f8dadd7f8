import { z } from 'zod';
import { codeMode, lineRange } from './code';
import { askId, memberId, noteId, packKey, roomId, roundId } from './ids';
import { keyPoint, plantedIssue } from './pack';
import { sharing } from './sharing';
import { DECISIONS, MARKS, NOTE_SHARES, ROLES, ROUND_KINDS, STAR_LETTERS, VERDICTS } from './words';

/** Raised when the shape of a scorecard changes. `earlier-scorecards.ts` reads the versions before. */
export const SCORECARD_VERSION = 4;

/** The latest moment that a `Date` can be (ms since the epoch). */
const LATEST = 8_640_000_000_000_000;
/** Milliseconds since the epoch. A file can come from anywhere, so this is a moment that every page can show. */
export const instant = z.int().min(0).max(LATEST);
/** Milliseconds into the answer. */
const offset = z.number().min(0).max(LATEST);
/** How many of something. PostgreSQL keeps it in 32 bits. */
const count = z.int().min(0).max(2_147_483_647);
/** A text that lists and searches keep in a column: PostgreSQL does not accept a NUL there. */
export const columnText = z.string().regex(/^[^\0]*$/);
const columnKey = packKey.regex(/^[^\0]*$/);
/** 1 to 5, or null for not assessed. */
const value = z.int().min(1).max(5).nullable();
/** A mean of values; null when nobody assessed anything. */
const mean = z.number().min(1).max(5).nullable();
const rated = z.strictObject({ value, at: instant });

/** The author; null if the viewer sees no names. Then the order tells nothing about the authors either. */
const author = memberId.nullable();

/** A person who took part in the round, with their role in it. */
export const scorecardPerson = z.strictObject({ memberId, name: columnText, role: z.enum(ROLES) });

const means = z.strictObject({
  /** The mean of the independent first ratings. */
  first: mean,
  /** The mean of the same people's latest ratings. */
  second: mean,
  /** The number of first ratings behind `first`; not assessed does not count. */
  ratings: count,
});

/** One rating that changed after the reveal. */
export const move = z.strictObject({ askId, memberId, from: value, to: value });

export const headline = means.extend({
  /** The same figures for each panelist; missing, as are moves, if the viewer sees only means. */
  people: z.array(z.strictObject({ memberId, first: mean, second: mean })),
  moves: z.array(move),
});

/** How the panel as a whole heard the key points; nobody ticked those in `unmarked`. */
export const pointCounts = z.strictObject({
  heard: count,
  partial: count,
  missed: count,
  unmarked: count,
});

export const scorecardCompetency = z.strictObject({
  groupId: columnKey,
  title: columnText,
  weight: z.number().positive(),
  weightReason: z.string().nullable(),
  /** Its questions that were asked and not skipped. */
  asks: count,
  /** With the lowest and the highest first rating, which are null if the viewer sees only means. Null: not for this viewer. */
  scores: means.extend({ lowest: value, highest: value }).nullable(),
  points: pointCounts.nullable(),
  /** Mean of the candidate's own ratings of the asks that the panel assessed; of all, if the viewer sees no mean of the panel's. */
  self: mean,
});

const tick = z.strictObject({ memberId, mark: z.enum(MARKS) });

export const scorecardPoint = keyPoint.extend({
  severity: plantedIssue.shape.severity,
  /** The mark of the panel as a whole; null if nobody ticked it, or if the viewer may not see ticks. */
  panel: z.enum(MARKS).nullable(),
  ticks: z.array(tick),
  /** Whether at least two people ticked it differently. */
  disputed: z.boolean(),
  /** When (ms into the answer) the first of them marked it as heard, or found. */
  heardAtMs: offset.nullable(),
});

/** What the reveal opened. If the viewer sees only means, it has neither ratings nor their spread. */
export const scorecardPanel = z.strictObject({
  ratings: z.array(z.strictObject({ memberId, first: rated.nullable(), second: rated.nullable() })),
  mean,
  secondMean: mean,
  /** Highest minus lowest first rating; null below two. */
  range: z.number().nullable(),
  /** Average deviation Σ|x−x̄|/k of the first ratings; null below two. */
  ad: z.number().nullable(),
  flagged: z.boolean(),
  /** The reason, from the ticks; null if not flagged, or if the viewer may not see ticks. */
  cause: z.enum(['heard-differently', 'weighed-differently']).nullable(),
});

/** What the viewer wrote on one ask. */
export const scorecardMine = z.strictObject({
  first: rated.nullable(),
  second: rated.nullable(),
  ticks: z.record(columnKey, z.enum(MARKS)),
  stars: z.partialRecord(z.enum(STAR_LETTERS), offset),
  notes: z.array(z.strictObject({ noteId, text: z.string(), atMs: offset, share: z.enum(NOTE_SHARES) })),
});

/** Krippendorff's ordinal α of the first ratings, −1 to 1, with its 95 % jackknife interval. */
const alpha = z.strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** Intraclass correlations (Shrout and Fleiss) of one rater, ICC(2,1), and of the mean of all, ICC(2,k). */
const icc = z.strictObject({ raters: z.int().min(2), single: z.number(), average: z.number() });

export const agreement = z.strictObject({
  /** The number of asks that at least two panelists assessed. */
  compared: count,
  /** How many of those were flagged, and on how many all first ratings were the same. */
  flagged: count,
  alike: count,
  /** Pairs of first ratings of the same ask, and how many of them are at most one point apart. */
  pairs: z.strictObject({ all: count, withinOne: count }),
  /** Null if no number is valid; `why` says why. */
  alpha: alpha.nullable(),
  /** Null if there is no α, or if somebody did not rate every ask. */
  icc: icc.nullable(),
  why: z.enum(['nothing-to-compare', 'no-spread', 'too-few', 'one-ask']).nullable(),
});

/** The code of an exercise. */
export const scorecardCode = z.strictObject({
  language: z.string().nullable(),
  original: z.string(),
  /** The code as the candidate left it; null where there was no shared editor. */
  text: z.string().nullable(),
  mode: codeMode.nullable(),
  /** What the candidate's last run of the checks said, and how often they ran them; null where they did not. */
  checks: z.strictObject({ passed: count, of: count, runs: z.int().min(1) }).nullable(),
  /** Hints that were given, in order. */
  hints: z.array(z.strictObject({ no: z.int(), text: z.string(), atMs: offset })),
  /** Panelists who could write in it beside the candidate, and when. */
  pens: z.array(z.strictObject({ memberId, fromMs: offset, untilMs: offset })),
  /** Problems found besides the planted ones; null: not for this viewer. */
  finds: z
    .array(z.strictObject({ memberId, text: z.string(), lines: lineRange.optional(), atMs: offset }))
    .nullable(),
});

export const scorecardAsk = z.strictObject({
  askId,
  /** Its place among the asks here; withdrawn asks are left out and do not count. */
  no: z.int().min(1),
  status: z.enum(['asked', 'skipped']),
  itemId: columnKey,
  kind: z.enum(['question', 'exercise']),
  groupId: columnKey,
  title: z.string().nullable(),
  prompt: columnText,
  askedBy: memberId,
  askedAt: instant,
  /** Time used (ms): until the reveal for viewers who may see that, otherwise until the end of the ask. */
  usedMs: offset,
  /** The answer's target (ms), including added time. */
  targetMs: offset,
  followUps: z.array(z.strictObject({ id: columnKey, text: z.string(), at: instant })),
  code: scorecardCode.nullable(),
  /** The reference, and what each change buys. */
  reference: z.strictObject({ improved: z.string().nullable(), reasons: z.array(keyPoint) }).nullable(),
  /** Key points, or the planted issues of an exercise. */
  points: z.array(scorecardPoint).nullable(),
  /** Null if nothing was revealed, or if it is not for this viewer. */
  panel: scorecardPanel.nullable(),
  /** Notes that panelists shared with this viewer, in the order of the answer. */
  evidence: z.array(z.strictObject({ memberId: author, noteId, text: z.string(), atMs: offset })),
  /** The candidate's own rating; null if they gave none. */
  self: rated.nullable(),
  mine: scorecardMine.nullable(),
});

/**
 * One round that is over, as one person may see it. It is complete, so that it can be kept as a file. Parts that a viewer
 * may not see are null or absent, and `shows` says which parts these are.
 */
export const scorecard = z.strictObject({
  version: z.literal(SCORECARD_VERSION),
  room: z.strictObject({ roomId, title: columnText, format: z.enum(ROUND_KINDS) }),
  round: z.strictObject({
    roundId,
    no: z.int().min(1),
    startedAt: instant,
    /** When the panel closed it, or published it without closing it first. */
    overAt: instant,
    /** Null while the candidate has no scorecard. */
    publishedAt: instant.nullable(),
  }),
  /** `version` is a hash of the whole pack, so only viewers who may see the key points get it. */
  pack: z.strictObject({ id: columnKey, version: z.string().nullable(), title: columnText }),
  viewer: z.strictObject({ memberId, role: z.enum(ROLES) }),
  shows: sharing,
  candidateId: memberId,
  people: z.array(scorecardPerson),
  headline: headline.nullable(),
  /** The candidate's own ratings of the same asks as the headline, as one number; of all, if the viewer sees no headline. */
  self: mean,
  verdicts: z
    .strictObject({
      given: z.array(z.strictObject({ memberId: author, verdict: z.enum(VERDICTS), rationale: z.string() })),
      excused: z.array(memberId),
    })
    .nullable(),
  /** The decision of a led panel, and who dissented. Never for the candidate. */
  decision: z
    .strictObject({
      decision: z.enum(DECISIONS),
      why: z.string(),
      by: memberId,
      at: instant,
      dissent: z.array(memberId),
    })
    .nullable(),
  /** The panel's feedback for the candidate. Null: not for this viewer, or none. */
  feedback: z
    .strictObject({
      summary: z.string().nullable(),
      given: z.array(z.strictObject({ memberId: author, keepDoing: z.string(), workOn: z.string() })),
      /** Until the round is published, only the viewer's own. */
      opened: z.boolean(),
    })
    .nullable(),
  /** In the pack's order. */
  competencies: z.array(scorecardCompetency),
  /** Strengths and what to practise, according to the numbers; null if the viewer sees no ratings. */
  advice: z
    .strictObject({
      /** Competencies (group ids), best first. */
      strengths: z.array(columnKey),
      /** Competencies (group ids), lowest first. */
      practise: z.array(columnKey),
      /** Key points to cover next time, the missed ones before the partial ones. */
      points: z.array(z.strictObject({ askId, pointId: columnKey, mark: z.enum(['missed', 'partial']) })),
    })
    .nullable(),
  /** How far the panel agreed. Null: not for this viewer. */
  agreement: agreement.nullable(),
  /** The candidate's own words, if they shared them or are the viewer. */
  reflection: z.strictObject({ text: z.string(), shared: z.boolean() }).nullable(),
  asks: z.array(scorecardAsk),
});

export type Scorecard = z.infer<typeof scorecard>;
export type ScorecardPerson = z.infer<typeof scorecardPerson>;
export type ScorecardHeadline = z.infer<typeof headline>;
export type ScorecardMove = z.infer<typeof move>;
export type ScorecardCompetency = z.infer<typeof scorecardCompetency>;
export type ScorecardAsk = z.infer<typeof scorecardAsk>;
export type ScorecardPoint = z.infer<typeof scorecardPoint>;
export type ScorecardPanel = z.infer<typeof scorecardPanel>;
export type ScorecardMine = z.infer<typeof scorecardMine>;
export type ScorecardAgreement = z.infer<typeof agreement>;
export type PointCounts = z.infer<typeof pointCounts>;
