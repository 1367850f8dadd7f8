import type { Answer } from '@/app/http';

type Failure = Extract<Answer<unknown>, { ok: false }>;

/** What to tell somebody whose simulated panel does not answer. */
export interface Trouble {
  /** Null while there is nothing to tell: one request that fails says nothing. */
  words: string | null;
  /** Whether it passes by itself, so that it is worth asking again. */
  passes: boolean;
}

export const NO_TROUBLE: Trouble = { words: null, passes: true };

const DELETED = 'This room has been deleted: rooms with simulated people last a day. You can start another.';
const UNREACHED = 'Your panel can’t be reached right now. Nothing is lost, and it comes back automatically.';

/** `failed`: how many requests in a row have failed by now. */
export function troubleOf({ code, message }: Failure, failed: number): Trouble {
  // These sentences say why: all places are taken, the panel is in another tab, or one is signed out.
  if (code === 'slow-down') return { words: message, passes: true };
  if (code === 'not-allowed') return { words: message, passes: false };
  if (code === 'not-found') return { words: DELETED, passes: false };
  return { words: failed > 1 ? UNREACHED : null, passes: true };
}
