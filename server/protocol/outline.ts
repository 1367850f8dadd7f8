import { z } from 'zod';
import { suggestion } from './agenda-wish';
import { packKey } from './ids';

/** One question or exercise as the person who plans sees it: what it asks, but not what a good answer covers. */
export const outlineItem = z.strictObject({
  id: packKey,
  kind: z.enum(['question', 'exercise']),
  groupId: packKey.nullable(),
  /** A question's prompt, or an exercise's title. */
  label: z.string(),
  /** For example "senior"; null if the pack does not say. */
  level: z.string().nullable(),
  /** Seconds; null if the pack leaves it to the room. */
  targetSeconds: z.number().nullable(),
  /** Ids of its twins: items that ask the same, or where one gives the other away. */
  notWith: z.array(z.string()),
});
export type OutlineItem = z.infer<typeof outlineItem>;

/** The parts of a pack that a person needs to make an agenda. */
export const outline = z.strictObject({
  groups: z.array(z.strictObject({ id: packKey, title: z.string() })),
  items: z.array(outlineItem),
});
export type Outline = z.infer<typeof outline>;

/** The parts of a pack that set-up gets: never its key points, contexts, anchors or code. */
export const packOutline = outline.extend({
  id: packKey,
  title: z.string(),
  /** The first agenda. */
  suggestion,
});
export type PackOutline = z.infer<typeof packOutline>;
