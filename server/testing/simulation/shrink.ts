import type { Operation } from './operations';

/** Plays that a shrinking takes at most. */
const PLAYS = 150;

/**
 * A short list of operations that still fails, by delta debugging (Zeller, 2002): it leaves out parts as long as the rest fails,
 * first halves, then ever smaller parts. `fails` is asked at most a limited number of times.
 */
export async function shrunk(
  operations: readonly Operation[],
  fails: (operations: readonly Operation[]) => Promise<boolean>,
  plays = PLAYS,
): Promise<readonly Operation[]> {
  let [list, parts, left] = [operations, 2, plays];
  while (list.length > 1 && left > 0) {
    const size = Math.ceil(list.length / parts);
    let shorter: readonly Operation[] | null = null;
    for (let from = 0; from < list.length && !shorter && left > 0; from += size) {
      const rest = [...list.slice(0, from), ...list.slice(from + size)];
      left -= 1;
      if (await fails(rest)) shorter = rest;
    }
    if (shorter) {
      list = shorter;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(list.length, parts * 2);
  }
  return list;
}
