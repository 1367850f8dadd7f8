import { z } from 'zod';
import { askId, packKey, roomId } from './ids';
import { LIMITS } from './words';

/** A visitor's seat among simulated people. */
export const TRY_OUT_SEATS = ['steer', 'panel', 'observe', 'hot-seat'] as const;
export type TryOutSeat = (typeof TRY_OUT_SEATS)[number];

/** A room to try things out in. */
export const tryOutWish = z.strictObject({ seat: z.enum(TRY_OUT_SEATS) });

/** Questions of one practice, and the seconds of an answer: null takes each question's own. */
export const PRACTICE_QUESTIONS = { usual: 3, most: 8 };

/** A room to practise alone in. */
export const practiceWish = z.strictObject({
  packId: z.string().min(1).max(200),
  questions: z.int().min(1).max(PRACTICE_QUESTIONS.most),
  /** The competency to practise; without it, as many as possible. */
  groupId: packKey.optional(),
  targetSeconds: z.int().min(LIMITS.targetMin).max(LIMITS.targetMax).nullable(),
});
export type PracticeWish = z.infer<typeof practiceWish>;

/** Rooms of which a browser still has what somebody said. */
export const practisedIn = z.strictObject({ roomIds: z.array(roomId).max(100) });

/**
 * What is said about the live question, and heard on a call: a simulated candidate's answer, or, for somebody who practises
 * alone, a word from the panelist who asks.
 */
export const spokenAnswer = z.strictObject({
  askId,
  speaker: z.string(),
  text: z.string(),
  /** How long it takes to say it. */
  talkMs: z.number(),
  /** A line for each follow-up, said after it. */
  more: z.array(z.string()),
  /** Whether one's own stories fit: of a behavioural question that somebody practises alone. */
  behavioural: z.boolean(),
});
export type SpokenAnswer = z.infer<typeof spokenAnswer>;
