import { z } from 'zod';
import { type Slot, slot } from './commands';
import { packKey } from './ids';
import { PACK_LIMITS } from './pack';
import { LIMITS } from './words';

/** Seconds for one answer; null means each question's own. */
const target = z.int().min(LIMITS.targetMin).max(LIMITS.targetMax).nullable();

/** For example "senior"; null means any. */
const level = z.string().max(40).nullable();

/** Competencies; null means all. */
const groupIds = z.array(packKey).max(LIMITS.agenda).nullable();

const minutes = z.int().min(1).max(480);

/** The host's wishes for an agenda. */
export const agendaWish = z.strictObject({
  groupIds,
  minutes,
  level,
  targetSeconds: target,
  /** Whether to add one code exercise. */
  exercise: z.boolean(),
  /** Whether items that were heard before come last. */
  newFirst: z.boolean(),
});
export type AgendaWish = z.infer<typeof agendaWish>;

export const suggestion = z.strictObject({
  /** In the order of asking. `why` says why it was chosen, or is '' if it is just the first of its competency. */
  picks: z.array(z.strictObject({ id: packKey, why: z.string() })),
  /** Ids of the pack's questions and exercises that have been heard before. */
  heard: z.array(packKey),
});
export type Suggestion = z.infer<typeof suggestion>;

/** The host's wishes for a rotation's agenda. `minutes`: per person. */
export const slotsWish = z.strictObject({
  groupIds,
  minutes,
  targetSeconds: target,
  /** Whether to add a place for a code exercise; no if it is missing. */
  exercise: z.boolean().optional(),
});
export type SlotsWish = z.infer<typeof slotsWish>;

export interface SlotSuggestion {
  /** One entry for each place of a person's agenda, and the reason for it. */
  picks: (Slot & { why: string })[];
}

/** Items of a pack that the host read while setting the room up. */
export const seenItems = z.array(packKey).max(PACK_LIMITS.questions + PACK_LIMITS.exercises);

/** A rotation that is being set up. */
export const sharesWish = z.strictObject({
  slots: z.array(slot).max(LIMITS.agenda),
  people: z.int().min(2).max(12),
  /** Items that the host has read. */
  seen: seenItems,
  targetSeconds: target,
  level,
});
export type SharesWish = z.infer<typeof sharesWish>;

/** What one person in a rotation will get. */
export interface ShareSummary {
  questions: number;
  /** Code exercises: as many for everybody. */
  exercises: number;
  /** For both. */
  seconds: number;
  /** Counts only the questions with a level. */
  levels: { level: string; count: number }[];
  /** The number of further questions that the others may push. */
  more: number;
}

/** The code exercises of a rotation. None is dealt unless there are enough for everybody. */
export interface CodeForecast {
  /** In the pack. */
  exercises: number;
  /** Of those, how many can still be dealt, since none of these people has heard or seen them. */
  left: number;
  /** How many places for one each agenda has. After the first round these are no more than its candidate got. */
  places: number;
}

/**
 * The forecast of a plan for its people: at first the person who sets the room up, later everyone in it. In a peer room
 * it is about all of them and counts questions; in a led room it is about the candidate and counts exercises too.
 */
export interface PlanForecast {
  /** In the pack. */
  items: number;
  /** Of those, how many none of these people has heard before. */
  unheard: number;
  /** Led: ids of the items that the candidate has heard before. Empty in a peer room, where nobody may know. */
  heard: string[];
  /** Peer: what each person who has still to sit will get. */
  shares: ShareSummary[];
  /** How many of the questions in these shares somebody has heard before, because the pack has too few new ones. */
  repeats: number;
  /** Null in a led room. */
  code: CodeForecast | null;
  /** The pack's levels, in its order. */
  levels: string[];
}
