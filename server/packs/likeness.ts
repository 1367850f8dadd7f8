/** Characters of a text that count. */
const COMPARED = 600;

/** How alike two texts are, from 0 to 1: the share of runs of three letters that they have in common (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [runsOf(a), runsOf(b)];
  let common = 0;
  for (const [run, count] of left) common += Math.min(count, right.get(run) ?? 0);
  const all = sizeOf(left) + sizeOf(right);
  return all === 0 ? 0 : (2 * common) / all;
}

function runsOf(text: string): Map<string, number> {
  const letters = text.slice(0, COMPARED);
  const runs = new Map<string, number>();
  for (let at = 0; at + 2 < letters.length; at += 1) {
    const run = letters.slice(at, at + 3);
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function sizeOf(runs: Map<string, number>): number {
  return [...runs.values()].reduce((sum, count) => sum + count, 0);
}
