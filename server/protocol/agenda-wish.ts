import { z } from 'zod';
import { slot } from './commands';
import { packKey } from './ids';
import { LIMITS } from './words';

/** Seconds for one answer; null takes each question's own. */
const target = z.int().min(LIMITS.targetMin).max(LIMITS.targetMax).nullable();

/** What somebody who sets up a room wants of an agenda. */
export const agendaWish = z.strictObject({
  /** Competencies; null takes all. */
  groupIds: z.array(packKey).max(LIMITS.agenda).nullable(),
  minutes: z.int().min(1).max(480),
  /** Such as "senior"; null takes any. */
  level: z.string().max(40).nullable(),
  targetSeconds: target,
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

/** A rotation that is being set up. */
export const sharesWish = z.strictObject({
  slots: z.array(slot).max(LIMITS.agenda),
  people: z.int().min(2).max(12),
  targetSeconds: target,
});
export type SharesWish = z.infer<typeof sharesWish>;

/** What one person of a rotation will get. */
export interface ShareSummary {
  questions: number;
  seconds: number;
  /** Of the questions whose pack names a level. */
  levels: { level: string; count: number }[];
  /** More questions that the others may push. */
  more: number;
}
