import { z } from 'zod';
import { packKey } from './ids';
import { LIMITS } from './words';

/** What somebody who sets up a room wants of an agenda. */
export const agendaWish = z.strictObject({
  /** Competencies; null takes all. */
  groupIds: z.array(packKey).max(LIMITS.agenda).nullable(),
  minutes: z.int().min(1).max(480),
  /** Such as "senior"; null takes any. */
  level: z.string().max(40).nullable(),
  /** Seconds for one answer; null takes each question's own. */
  targetSeconds: z.int().min(LIMITS.targetMin).max(LIMITS.targetMax).nullable(),
  /** Also one code exercise. */
  exercise: z.boolean(),
});
export type AgendaWish = z.infer<typeof agendaWish>;

export interface Suggestion {
  /** In the order of asking, each with why it was chosen. */
  picks: { id: string; why: string }[];
  /** Ids of the pack's questions and exercises that this person has heard before. */
  heard: string[];
}
