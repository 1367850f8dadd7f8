import { z } from 'zod';
import { bankItem } from './bank';
import { askId, packKey } from './ids';
import { sampleAnswer } from './pack';
import { offset } from './units';

/** What somebody who practises alone judges their finished answer by; null while they answer, and in every other room. */
export const aloneReview = z
  .strictObject({
    askId,
    item: bankItem,
    samples: z.array(sampleAnswer),
    /** By key point that they marked while they listened: the moment in their answer (ms). */
    moments: z.record(packKey, offset),
  })
  .nullable();
export type AloneReview = z.infer<typeof aloneReview>;
