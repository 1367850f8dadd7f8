/** Milliseconds left at which the candidate is told, in words and once. */
const THRESHOLDS: readonly { leftMs: number; words: string }[] = [
  { leftMs: 60_000, words: 'About one minute left.' },
  { leftMs: 0, words: 'Time to round off. Finish your thought.' },
];

/** What to say when the time left went from `before` to `now`; null when no threshold lay between. */
export function thresholdPassed(before: number, now: number): string | null {
  const passed = THRESHOLDS.filter(({ leftMs }) => before > leftMs && now <= leftMs);
  return passed.at(-1)?.words ?? null;
}
