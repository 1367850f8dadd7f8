import { z } from 'zod';
import { find } from './code';
import { askId, memberId, noteId, packKey } from './ids';
import { instant, offset, rating } from './units';
import { MARKS, VERDICTS } from './words';

/** The parts of a view about people's judgements of the answers. */

export const revealedRating = z.strictObject({
  memberId,
  no: z.int(),
  first: z.strictObject({ value: rating, at: instant }).nullable(),
  second: z.strictObject({ value: rating, at: instant }).nullable(),
});
export const revealStats = z.strictObject({
  mean: z.number().nullable(),
  secondMean: z.number().nullable(),
  /** Highest minus lowest first rating; null below two ratings. */
  range: z.number().nullable(),
  /** Average deviation Σ|x−x̄|/k; null below two ratings. */
  ad: z.number().nullable(),
  flagged: z.boolean(),
  /** Whether a flagged disagreement goes with different ticks or with the same ones; null if there are too few ticks. */
  cause: z.enum(['heard-differently', 'weighed-differently']).nullable(),
  /** Points that panelists ticked differently. */
  disputed: z.array(packKey),
});
export const reveal = z.strictObject({
  askId,
  at: instant,
  ratings: z.record(memberId, revealedRating),
  /** By member and point. */
  ticks: z.record(memberId, z.record(packKey, z.enum(MARKS))),
  /** By point: when (ms into the answer) the first of them marked it heard, or found. */
  heardAtMs: z.record(packKey, offset),
  /** By member and note: only the notes that their authors marked as shared, in the order of `atMs`. */
  notes: z.record(memberId, z.record(noteId, z.strictObject({ text: z.string(), atMs: offset }))),
  /** By member: problems that they found besides the planted ones. */
  finds: z.record(memberId, z.record(noteId, find)),
  stats: revealStats,
});
export const revealsSlice = z.strictObject({ reveals: z.record(askId, reveal) });
export type RevealedRating = z.infer<typeof revealedRating>;
export type Reveal = z.infer<typeof reveal>;
export type RevealStats = z.infer<typeof revealStats>;
export type RevealsSlice = z.infer<typeof revealsSlice>;

export const channelMessage = z.strictObject({
  id: z.string(),
  no: z.int(),
  memberId,
  name: z.string(),
  text: z.string(),
  at: instant,
});
export const channelSlice = z.strictObject({ messages: z.record(z.string(), channelMessage) });
export type ChannelMessage = z.infer<typeof channelMessage>;
export type ChannelSlice = z.infer<typeof channelSlice>;

export const openedVerdict = z.strictObject({
  memberId,
  no: z.int(),
  verdict: z.enum(VERDICTS),
  rationale: z.string(),
});
export const verdictsSlice = z
  .strictObject({
    in: z.int(),
    of: z.int(),
    excused: z.array(memberId),
    /** Null until all are in. */
    opened: z.record(memberId, openedVerdict).nullable(),
  })
  .nullable();
export type OpenedVerdict = z.infer<typeof openedVerdict>;
export type VerdictsSlice = z.infer<typeof verdictsSlice>;

/** From the debrief on: what the candidate said about themselves in the green room. */
export const selfSlice = z
  .strictObject({
    ratings: z.record(askId, z.strictObject({ value: rating })),
    reflection: z.string().nullable(),
  })
  .nullable();
export type SelfSlice = z.infer<typeof selfSlice>;

/** The members whose hand is up, in the order of the roster. */
export const handsSlice = z.strictObject({ members: z.record(memberId, z.literal(true)) });
export type HandsSlice = z.infer<typeof handsSlice>;

/** The candidate's green room: the asks on which they can rate themselves. */
export const greenRoomSlice = z
  .strictObject({ asks: z.record(askId, z.strictObject({ askId, no: z.int(), prompt: z.string() })) })
  .nullable();
export type GreenRoomSlice = z.infer<typeof greenRoomSlice>;
