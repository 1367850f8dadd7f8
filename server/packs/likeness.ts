/** The characters of a text that count: comparing two banks must not keep everybody waiting. */
const COMPARED = 400;

/** A text prepared for comparison: how often it contains each run of three letters, and how many there are. */
export interface Trigrams {
  counts: ReadonlyMap<string, number>;
  size: number;
}

export function trigramsOf(text: string): Trigrams {
  const counts = new Map<string, number>();
  // One or two letters alone form runs with the spaces around them.
  const letters = ` ${text.slice(0, COMPARED)} `;
  for (let at = 0; at + 2 < letters.length; at += 1) {
    const run = letters.slice(at, at + 3);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return { counts, size: letters.length - 2 };
}

/** How alike two texts are, from 0 to 1: the share of common runs (Dice). */
export function likeness(a: Trigrams, b: Trigrams): number {
  let common = 0;
  for (const [run, count] of a.counts) common += Math.min(count, b.counts.get(run) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
