import { z } from 'zod';
import { askId, memberId } from './ids';
import { instant, offset } from './units';

/** How the text of an exercise was written, for one reader. Times are in milliseconds since the ask, unless they say otherwise. */
export const PLAYBACK_MARKS = ['hint', 'checks', 'note', 'found', 'partial', 'find', 'pen'] as const;

export const playbackMark = z.strictObject({
  at: offset,
  /** Into the answer, as the scorecard says it: its clock waits in a pause. */
  atMs: offset,
  kind: z.enum(PLAYBACK_MARKS),
  text: z.string(),
  /** Its author; null for things that the panel gave or the candidate ran. */
  by: memberId.nullable(),
});
export type PlaybackMark = z.infer<typeof playbackMark>;

export const playback = z.strictObject({
  askId,
  /** When it was asked (milliseconds since the epoch). */
  startedAt: instant,
  language: z.string().nullable(),
  /** The time of the last thing in it. */
  length: offset,
  /** Updates as Yjs encodes them, in Base64 and in order; the first is the original code. */
  updates: z.array(
    z.strictObject({
      at: offset,
      data: z.string(),
      /** The panelist who wrote it with the pen; absent for the candidate. */
      by: memberId.optional(),
    }),
  ),
  /** In order. */
  marks: z.array(playbackMark),
});
export type Playback = z.infer<typeof playback>;
