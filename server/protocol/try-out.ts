import { z } from 'zod';
import { askId } from './ids';

/** A visitor's seat among simulated people. */
export const TRY_OUT_SEATS = ['steer', 'panel', 'observe', 'hot-seat'] as const;
export type TryOutSeat = (typeof TRY_OUT_SEATS)[number];

/** A room to try things out in. */
export const tryOutWish = z.strictObject({ seat: z.enum(TRY_OUT_SEATS) });

/** A simulated candidate's answer to the live question. On a call people would hear it. */
export const spokenAnswer = z.strictObject({
  askId,
  speaker: z.string(),
  text: z.string(),
  /** How long it takes to say it. */
  talkMs: z.number(),
});
export type SpokenAnswer = z.infer<typeof spokenAnswer>;
