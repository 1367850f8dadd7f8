import { duration } from '@/app/ui/format';
import type { CodeMode } from '@/server/protocol/code';
import type { PackItem } from '@/server/protocol/pack';
import { CODE_MODES, SCRATCH_PAD } from '@/server/protocol/words';
import { secondsOf } from '@/server/room/rules';

type Pushed = Pick<PackItem, 'id' | 'kind' | 'targetSeconds'>;

/** One way to run an exercise, and how long it takes. */
export interface PushWay {
  mode: CodeMode;
  /** "10 minutes". */
  time: string;
}

/** The two ways to run an exercise, of which one is chosen with the push; none for a question. */
export function pushWays(item: Pushed | null): readonly PushWay[] {
  if (item?.kind !== 'exercise') return [];
  return CODE_MODES.map((mode) => ({ mode, time: duration(secondsOf(item, null, mode) * 1_000) }));
}

/** What a push in this way is called on a button. */
export const PUSH_TO: Record<CodeMode, string> = { review: 'Push to review', rewrite: 'Push to rewrite' };

/** How an exercise is run, in words for the panel. */
export function modeInWords(mode: CodeMode, itemId: string): string {
  if (itemId === SCRATCH_PAD) return 'Code from nothing';
  return mode === 'review' ? 'Review aloud, then one fix' : 'Rewrite it';
}
