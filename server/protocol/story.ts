import { z } from 'zod';
import { LIMITS } from './words';

/** A story for behavioural questions, in four parts. Its author alone ever reads it. */

/** PostgreSQL does not accept a NUL in text. */
const part = z
  .string()
  .max(LIMITS.storyPart)
  .refine((text) => !text.includes('\0'));

export const STORY_LIMIT = 30;

export const storyText = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(LIMITS.storyTitle)
    .regex(/^\P{Cc}*$/u),
  situation: part,
  task: part,
  action: part,
  result: part,
  /** How long its author took to tell it last (ms); null if they never timed it. */
  toldMs: z.int().min(0).max(3_600_000).nullable(),
});
export type StoryText = z.infer<typeof storyText>;

/** `revision`: of the text that was changed, so that another device's text is not written over. */
export const storyChange = storyText.extend({ revision: z.int().min(1) });
export type StoryChange = z.infer<typeof storyChange>;

export interface Story extends StoryText {
  id: string;
  revision: number;
  /** Milliseconds since the epoch. */
  updatedAt: number;
}
