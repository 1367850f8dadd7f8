import { z } from 'zod';

/** What a led round shows its candidate once it is published. Peer rounds show everything. */
export const sharing = z.strictObject({
  /** `means` shows no single rating. Only `named` says whose a rating, a text or a verdict is. */
  ratings: z.enum(['none', 'means', 'named']),
  verdicts: z.boolean(),
  /** What a good answer covers and, with ratings, how much of it the panel heard. */
  keyPoints: z.boolean(),
  /** Notes that their authors share with the candidate. */
  evidence: z.boolean(),
  feedback: z.boolean(),
});
export type Sharing = z.infer<typeof sharing>;
