import { z } from 'zod';
import { askId } from './ids';

/** Where a visitor sits among simulated people. */
export const TRY_OUT_SEATS = ['steer', 'panel', 'observe', 'hot-seat'] as const;
export type TryOutSeat = (typeof TRY_OUT_SEATS)[number];

/** A room to try things out in. */
export const tryOutWish = z.strictObject({ seat: z.enum(TRY_OUT_SEATS) });

/** What a simulated candidate says to the live question: on a call one would hear it. */
export const spokenAnswer = z.strictObject({
  askId,
  speaker: z.string(),
  text: z.string(),
  /** How long it takes to say. */
  talkMs: z.number(),
});
export type SpokenAnswer = z.infer<typeof spokenAnswer>;
