import { z } from 'zod';

/** A sample answer that somebody rates alone, blind. */
export const calibrationSample = z.strictObject({
  itemId: z.string().min(1).max(200),
  index: z.int().min(0).max(20),
});
export type CalibrationSample = z.infer<typeof calibrationSample> & { prompt: string; text: string };

/** Of which pack somebody wants a sample. */
export const calibrationWish = z.strictObject({ packId: z.string().min(1).max(200) });

export const calibrationRating = calibrationSample.extend({
  packId: z.string().min(1).max(200),
  value: z.int().min(1).max(5),
});
export type CalibrationRating = z.infer<typeof calibrationRating>;

/** How the pack rates it, and why. */
export interface CalibrationKey {
  rating: number;
  notHigher: string | null;
  notLower: string | null;
}
