import { z } from 'zod';
import { memberId } from './ids';

/** The parts of a view that tell of a warm-up: a panel rates sample answers before it rates anybody. */

const points = z.int().min(1).max(5);

/** Null where the room has no warm-up: among peers, while a round goes on, and with a pack without sample answers. */
export const warmUpSlice = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ready') }),
    z.strictObject({
      kind: z.literal('open'),
      samples: z.array(z.strictObject({ no: z.int(), prompt: z.string(), text: z.string() })),
      /** Raters who have rated all samples, of all; and those who agreed to open theirs. Once they are shown together, of those. */
      done: z.int(),
      of: z.int(),
      agreed: z.int(),
      /**
       * By sample, lowest first: it tells nobody's, and never changes. Null until everybody is done or the host shows it, and
       * always of fewer than three raters.
       */
      spread: z.array(z.array(points)).nullable(),
      /** By member and sample. Null until everybody has agreed. */
      opened: z.record(memberId, z.array(points)).nullable(),
    }),
  ])
  .nullable();
export type WarmUpSlice = z.infer<typeof warmUpSlice>;

/** What one gave, and of each rated sample what the pack gives it and why. */
export const myWarmUp = z
  .strictObject({
    ratings: z.array(points),
    keys: z.array(
      z.strictObject({ rating: points, notHigher: z.string().nullable(), notLower: z.string().nullable() }),
    ),
    agreed: z.boolean(),
    /** False for those who rated after the others were shown together: theirs are in no spread. */
    counts: z.boolean(),
  })
  .nullable();
export type MyWarmUp = z.infer<typeof myWarmUp>;
