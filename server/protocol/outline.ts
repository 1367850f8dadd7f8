import { z } from 'zod';
import { suggestion } from './agenda-wish';
import { packKey } from './ids';

/** One question or exercise as whoever plans sees it: what it asks, and nothing of what a good answer covers. */
export const outlineItem = z.strictObject({
  id: packKey,
  kind: z.enum(['question', 'exercise']),
  groupId: packKey.nullable(),
  /** A question's prompt, or an exercise's title. */
  label: z.string(),
  /** Such as "senior"; null where the pack does not say. */
  level: z.string().nullable(),
  /** Seconds; null where the pack leaves it to the room. */
  targetSeconds: z.number().nullable(),
  /** Ids of items that ask the same, or that one of the two gives away. */
  notWith: z.array(z.string()),
});
export type OutlineItem = z.infer<typeof outlineItem>;

/** As much of a pack as somebody who makes an agenda needs. */
export const outline = z.strictObject({
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  items: z.array(outlineItem),
});
export type Outline = z.infer<typeof outline>;

/** What set-up gets of a pack: never its key points, contexts, anchors or code. */
export const packOutline = outline.extend({
  id: packKey,
  title: z.string(),
  /** The agenda to begin with. */
  suggestion,
});
export type PackOutline = z.infer<typeof packOutline>;
