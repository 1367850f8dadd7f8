import { z } from 'zod';
import { memberId, roundId } from './ids';
import { sharing } from './sharing';
import { instant } from './units';
import { DECISIONS } from './words';

/** The parts of a view about the end of a round. */

/** What the panel decided; null while it has decided nothing. */
export const decided = z
  .strictObject({ decision: z.enum(DECISIONS), why: z.string(), by: memberId, at: instant })
  .nullable();

export const closingSlice = z
  .strictObject({
    calledBack: z.boolean(),
    /** Whether its candidate has the scorecard, or had it before it was withdrawn. */
    wasPublished: z.boolean(),
    /** The number of raters who have written feedback, and of all raters. */
    feedback: z.strictObject({ written: z.int(), of: z.int() }),
  })
  .nullable();
export type ClosingSlice = z.infer<typeof closingSlice>;

/** For the host of a led room: its rounds that are over, and what their candidates get of them. */
export const closingsSlice = z.record(
  roundId,
  z.strictObject({
    roundId,
    no: z.int(),
    candidate: z.string(),
    /** Whether this host took part, and so can read it. The decision of another round is null for them. */
    isOpen: z.boolean(),
    decision: decided,
    published: z.strictObject({ at: instant, sharing }).nullable(),
    sharedBefore: z.array(z.strictObject({ sharing, from: instant, until: instant })),
  }),
);
export type ClosingsSlice = z.infer<typeof closingsSlice>;
export type Closing = ClosingsSlice[string];
