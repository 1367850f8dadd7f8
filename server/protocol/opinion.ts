import { z } from 'zod';
import { askId, packKey } from './ids';
import { LIMITS, MARKS } from './words';

/**
 * A second opinion on one answer of a practice. Without a transcript: what would be sent around it, so that what was said
 * leaves the browser only after its person has seen where it goes.
 */
export const opinionWish = z.strictObject({
  askId,
  transcript: z.string().trim().min(1).max(LIMITS.transcript).nullable(),
});
export type OpinionWish = z.infer<typeof opinionWish>;

/** What a machine proposes of an answer. It is kept nowhere, and counts in no number. */
export const opinion = z.strictObject({
  marks: z.array(
    z.strictObject({
      pointId: packKey,
      mark: z.enum(MARKS),
      /** What was said, in its words; null for what is missing. */
      quote: z.string().nullable(),
    }),
  ),
  /** 1 to 5; null where it gave none that its own evidence bears. */
  rating: z.int().min(1).max(5).nullable(),
  why: z.string().nullable(),
  followUp: z.string().nullable(),
  /** Some of the text speaks to the machine, so it gives no rating. */
  spokenTo: z.boolean(),
});
export type Opinion = z.infer<typeof opinion>;

/** Why there is no opinion. */
export type NoOpinion = 'unreached' | 'too-slow' | 'too-long' | 'no-sense';

export type OpinionAnswer =
  /** To whom it would go, and every word before and after the transcript. */
  | { kind: 'would-send'; to: string; model: string; before: string; after: string }
  | { kind: 'opinion'; opinion: Opinion }
  | { kind: 'none'; why: NoOpinion };
