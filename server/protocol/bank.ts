import { z } from 'zod';
import { packKey } from './ids';
import { exerciseParts, question } from './pack';

/**
 * An item as the panel sees it. Its fields are named one by one, so that a new field of packs (such as sample answers)
 * is not sent automatically.
 */
export const bankItem = z.discriminatedUnion('kind', [
  question.pick({
    kind: true,
    id: true,
    groupId: true,
    prompt: true,
    code: true,
    why: true,
    points: true,
    answer: true,
    followUps: true,
    anchors: true,
    weakAnswers: true,
    level: true,
    targetSeconds: true,
    behavioural: true,
    facts: true,
    milestones: true,
    tags: true,
    notWith: true,
    notes: true,
  }),
  exerciseParts.pick({
    kind: true,
    id: true,
    groupId: true,
    title: true,
    prompt: true,
    language: true,
    original: true,
    points: true,
    improved: true,
    reasons: true,
    hints: true,
    afterHint: true,
    checks: true,
    followUps: true,
    anchors: true,
    level: true,
    targetSeconds: true,
    tags: true,
    notWith: true,
    notes: true,
  }),
]);

/** Everything that may be pushed in a round, by `GET /api/rooms/{roomId}/bank/{bankId}`. It never changes under its id. */
export const bank = z.strictObject({
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  items: z.array(bankItem),
});
export type Bank = z.infer<typeof bank>;
