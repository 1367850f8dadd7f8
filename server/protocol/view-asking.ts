import { z } from 'zod';
import { bankItem } from './bank';
import { slot } from './commands';
import { askId, memberId, packKey } from './ids';
import { instant } from './units';

/** The parts of a view about the questions of a round. */

/** The server's clock of the live ask: time used = elapsedMs + (runningSince ? now − runningSince : 0). */
export const clockSlice = z
  .strictObject({
    askId,
    targetMs: z.number(),
    elapsedMs: z.number(),
    runningSince: instant.nullable(),
    /** Whether the candidate asked for a moment. */
    moment: z.boolean(),
  })
  .nullable();
export type ClockSlice = z.infer<typeof clockSlice>;

/** What the candidate sees of the live ask: never its key points, context, anchors or reference. */
export const promptSlice = z
  .strictObject({
    askId,
    no: z.int().min(1),
    kind: z.enum(['question', 'exercise']),
    prompt: z.string(),
    code: z.strictObject({ language: z.string().nullable(), text: z.string() }).nullable(),
    askedBy: z.string(),
    /** Whether somebody who practises alone has finished an answer to it before. */
    answered: z.boolean(),
    followUps: z.record(
      packKey,
      z.strictObject({ id: packKey, no: z.int(), text: z.string(), askedBy: z.string() }),
    ),
  })
  .nullable();
export type PromptSlice = z.infer<typeof promptSlice>;

/** The number of asks so far and on the agenda, which is all that a candidate may know about what is to come. */
export const progressSlice = z.strictObject({ asked: z.int(), planned: z.int() });
export type ProgressSlice = z.infer<typeof progressSlice>;

export const panelAsk = z.strictObject({
  askId,
  itemId: packKey,
  no: z.int().min(1),
  kind: z.enum(['question', 'exercise']),
  /** The title of the competency; null for an exercise that belongs to none. */
  group: z.string().nullable(),
  /** A question's prompt, or an exercise's title. */
  text: z.string(),
  askedBy: memberId,
  status: z.enum(['live', 'closed', 'skipped', 'withdrawn']),
  revealed: z.boolean(),
  /** In the order of the pushes. */
  pushedFollowUps: z.array(packKey),
  targetMs: z.number(),
  elapsedMs: z.number(),
  /** Counts only: before the reveal nobody may know who has rated. */
  rated: z.int(),
  of: z.int(),
  /** Plain mean of the first ratings, after the reveal; null before it, and if nobody assessed the answer. */
  mean: z.number().nullable(),
});
export const asksSlice = z.strictObject({
  liveAskId: askId.nullable(),
  asks: z.record(askId, panelAsk),
});
export type PanelAsk = z.infer<typeof panelAsk>;
export type AsksSlice = z.infer<typeof asksSlice>;

/** The round's ordered items; in a peer lobby the slots, since nobody knows the questions yet. */
export const agendaSlice = z.strictObject({ items: z.array(packKey), slots: z.array(slot) });
export type AgendaSlice = z.infer<typeof agendaSlice>;

/** The id of the bank with everything that may be pushed in this round; its items come by HTTP. Null if there is none. */
export const bankSlice = z.strictObject({ id: z.string().nullable() });
export type BankSlice = z.infer<typeof bankSlice>;

/** The live ask's item, so that a panelist can rate before the bank has arrived. */
export const liveSlice = z.strictObject({ askId, item: bankItem }).nullable();
export type LiveSlice = z.infer<typeof liveSlice>;
