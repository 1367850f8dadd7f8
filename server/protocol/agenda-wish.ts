import { z } from 'zod';
import { slot } from './commands';
import { packKey } from './ids';
import { PACK_LIMITS } from './pack';
import { LIMITS } from './words';

/** Seconds for one answer; null takes each question's own. */
const target = z.int().min(LIMITS.targetMin).max(LIMITS.targetMax).nullable();

/** Such as "senior"; null takes any. */
const level = z.string().max(40).nullable();

/** Competencies; null takes all. */
const groupIds = z.array(packKey).max(LIMITS.agenda).nullable();

const minutes = z.int().min(1).max(480);

/** What somebody who sets up a room wants of an agenda. */
export const agendaWish = z.strictObject({
  groupIds,
  minutes,
  level,
  targetSeconds: target,
  /** Also one code exercise. */
  exercise: z.boolean(),
  /** What was heard before comes last. */
  newFirst: z.boolean(),
});
export type AgendaWish = z.infer<typeof agendaWish>;

export const suggestion = z.strictObject({
  /** In the order of asking, each with why it was chosen; '' where that is no more than being the first of its competency. */
  picks: z.array(z.strictObject({ id: packKey, why: z.string() })),
  /** Ids of the pack's questions and exercises that have been heard before. */
  heard: z.array(packKey),
});
export type Suggestion = z.infer<typeof suggestion>;

/** What somebody wants of a rotation's agenda. `minutes`: of each person. */
export const slotsWish = z.strictObject({ groupIds, minutes, targetSeconds: target });
export type SlotsWish = z.infer<typeof slotsWish>;

export interface SlotSuggestion {
  /** One entry for each question that a person gets, with why there is one on that competency. */
  picks: { groupId: string; why: string }[];
}

/** Items of a pack that somebody read while they set a room up. */
export const seenItems = z.array(packKey).max(PACK_LIMITS.questions + PACK_LIMITS.exercises);

/** A rotation that is being set up. */
export const sharesWish = z.strictObject({
  slots: z.array(slot).max(LIMITS.agenda),
  people: z.int().min(2).max(12),
  /** Items that whoever sets up has read. */
  seen: seenItems,
  targetSeconds: target,
  level,
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

/**
 * What a plan comes to with the people it is for: whoever sets a room up, then those who are in it. In a peer room all
 * of them count, and the questions; in a led room the candidate, and the exercises, too.
 */
export interface PlanForecast {
  /** Of the pack. */
  items: number;
  /** Of those, what nobody who counts has heard before. */
  unheard: number;
  /** Led: ids of what the candidate has heard before. Empty in a peer room, where nobody may know. */
  heard: string[];
  /** Peer: what each person who is still to sit will get. */
  shares: ShareSummary[];
  /** Of the questions in these shares, how many somebody has heard before: the pack has too few new ones. */
  repeats: number;
  /** The levels that the pack names, in its order. */
  levels: string[];
}
