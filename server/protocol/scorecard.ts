import { z } from 'zod';
import { codeMode } from './code';
import { sharing } from './commands';
import { askId, memberId, noteId, packKey, roomId, roundId } from './ids';
import { keyPoint, plantedIssue } from './pack';
import { FORMATS, MARKS, ROLES, STAR_LETTERS, VERDICTS } from './words';

/** Raised when the shape of a scorecard changes, so that a file which somebody kept can still be read. */
export const SCORECARD_VERSION = 1;

/** Milliseconds since the epoch. */
const instant = z.number();
/** Milliseconds into the answer. */
const offset = z.number().min(0);
/** 1 to 5, or null for not assessed. */
const value = z.int().min(1).max(5).nullable();
/** A mean of values; null when nobody assessed anything. */
const mean = z.number().min(1).max(5).nullable();
const rated = z.strictObject({ value, at: instant });

/** Somebody of the round, with the role that they had in it. */
export const scorecardPerson = z.strictObject({ memberId, name: z.string(), role: z.enum(ROLES) });

const means = z.strictObject({
  /** Of the independent first ratings. */
  first: mean,
  /** Of the same people's last word. */
  second: mean,
  /** First ratings behind `first`; not assessed is not counted. */
  ratings: z.int().min(0),
});

/** One rating that changed after the reveal. */
export const move = z.strictObject({ askId, memberId, from: value, to: value });

export const headline = means.extend({
  /** The same figures of each panelist alone. */
  people: z.array(z.strictObject({ memberId, first: mean, second: mean })),
  moves: z.array(move),
});

/** How the panel, as one, heard key points; `unmarked` is what nobody ticked. */
export const pointCounts = z.strictObject({
  heard: z.int().min(0),
  partial: z.int().min(0),
  missed: z.int().min(0),
  unmarked: z.int().min(0),
});

export const scorecardCompetency = z.strictObject({
  groupId: packKey,
  title: z.string(),
  weight: z.number().positive(),
  weightReason: z.string().nullable(),
  /** Questions of it that were asked and not skipped. */
  asks: z.int().min(0),
  /** With the lowest and the highest first rating. Null: not for this viewer. */
  scores: means.extend({ lowest: value, highest: value }).nullable(),
  points: pointCounts.nullable(),
  /** Mean of the candidate's own ratings. */
  self: mean,
});

const tick = z.strictObject({ memberId, mark: z.enum(MARKS) });

export const scorecardPoint = keyPoint.extend({
  severity: plantedIssue.shape.severity,
  /** The mark of the panel as one; null when nobody ticked it, or when the ticks are not for this viewer. */
  panel: z.enum(MARKS).nullable(),
  ticks: z.array(tick),
  /** At least two ticked it, and not alike. */
  disputed: z.boolean(),
  /** When (ms into the answer) the first of them marked it as heard, or found. */
  heardAtMs: offset.nullable().default(null),
});

/** What the reveal opened. */
export const scorecardPanel = z.strictObject({
  ratings: z.array(z.strictObject({ memberId, first: rated.nullable(), second: rated.nullable() })),
  mean,
  secondMean: mean,
  /** Highest minus lowest first rating; null below two. */
  range: z.number().nullable(),
  /** Average deviation Σ|x−x̄|/k of the first ratings; null below two. */
  ad: z.number().nullable(),
  flagged: z.boolean(),
  /** Why, by the ticks; null when not flagged, or when the ticks are not for this viewer. */
  cause: z.enum(['heard-differently', 'weighed-differently']).nullable(),
});

/** What the viewer alone wrote on one ask. */
export const scorecardMine = z.strictObject({
  first: rated.nullable(),
  second: rated.nullable(),
  ticks: z.record(packKey, z.enum(MARKS)),
  stars: z.partialRecord(z.enum(STAR_LETTERS), offset),
  notes: z.array(z.strictObject({ noteId, text: z.string(), atMs: offset, shared: z.boolean() })),
});

export const scorecardAsk = z.strictObject({
  askId,
  /** Its place among the asks that stand here: an ask that was withdrawn is left out and not counted. */
  no: z.int().min(1),
  status: z.enum(['asked', 'skipped']),
  itemId: packKey,
  kind: z.enum(['question', 'exercise']),
  groupId: packKey,
  title: z.string().nullable(),
  prompt: z.string(),
  askedBy: memberId,
  askedAt: instant,
  /** Time used (ms): up to the reveal for who may see it, else up to the end of the ask. */
  usedMs: offset,
  /** The answer target (ms), added time included. */
  targetMs: offset,
  followUps: z.array(z.strictObject({ id: packKey, text: z.string(), at: instant })),
  code: z
    .strictObject({
      language: z.string().nullable(),
      original: z.string(),
      /** As the candidate left it; null in a card from before it was kept. */
      text: z.string().nullable().default(null),
      mode: codeMode.nullable().default(null),
      /** Hints that were used, in their order. */
      hints: z.array(z.strictObject({ no: z.int(), text: z.string(), atMs: offset })).default([]),
      /** Problems found beside the planted ones; null: not for this viewer. */
      finds: z
        .array(z.strictObject({ memberId, text: z.string(), atMs: offset }))
        .nullable()
        .default(null),
    })
    .nullable(),
  /** How the code could be, and what each change buys. */
  reference: z.strictObject({ improved: z.string().nullable(), reasons: z.array(keyPoint) }).nullable(),
  /** Key points, or the planted issues of an exercise. */
  points: z.array(scorecardPoint).nullable(),
  /** Null when nothing was revealed, or when it is not for this viewer. */
  panel: scorecardPanel.nullable(),
  /** Notes that panelists marked as shared, in the order of the answer. */
  evidence: z.array(z.strictObject({ memberId, noteId, text: z.string(), atMs: offset })),
  /** The candidate's own; null when they gave none. */
  self: rated.nullable(),
  mine: scorecardMine.nullable(),
});

/**
 * One published round as one person may see it: complete by itself, so that it can be kept as a file. What a viewer
 * may not see is null or absent, and `shows` says which of it that is.
 */
export const scorecard = z.strictObject({
  version: z.literal(SCORECARD_VERSION),
  room: z.strictObject({ roomId, title: z.string(), format: z.enum(FORMATS) }),
  round: z.strictObject({ roundId, no: z.int().min(1), startedAt: instant, publishedAt: instant }),
  /** `version` is a hash of all that the pack says, so it is for those who may see the key points. */
  pack: z.strictObject({ id: packKey, version: z.string().nullable(), title: z.string() }),
  viewer: z.strictObject({ memberId, role: z.enum(ROLES) }),
  shows: sharing,
  candidateId: memberId,
  people: z.array(scorecardPerson),
  headline: headline.nullable(),
  /** The candidate's own ratings, made into one number as the headline is. */
  self: mean,
  verdicts: z
    .strictObject({
      given: z.array(z.strictObject({ memberId, verdict: z.enum(VERDICTS), rationale: z.string() })),
      excused: z.array(memberId),
    })
    .nullable(),
  /** In the order of the pack. */
  competencies: z.array(scorecardCompetency),
  /** What the numbers say to build on and to practise; null when the viewer sees no ratings. */
  advice: z
    .strictObject({
      /** Competencies (group ids), best first. */
      strengths: z.array(packKey),
      /** Competencies (group ids), lowest first. */
      practise: z.array(packKey),
      /** Key points to cover next time, the missed before the partial. */
      points: z.array(z.strictObject({ askId, pointId: packKey, mark: z.enum(['missed', 'partial']) })),
    })
    .nullable(),
  /** How far the panel agreed, ask by ask. Null: not for this viewer. */
  agreement: z
    .strictObject({
      /** Asks that at least two panelists assessed. */
      compared: z.int().min(0),
      /** Of those: how many were flagged, and on how many all first ratings were the same. */
      flagged: z.int().min(0),
      alike: z.int().min(0),
    })
    .nullable(),
  /** The candidate's own words, when they shared them or are the viewer. */
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
export type PointCounts = z.infer<typeof pointCounts>;
