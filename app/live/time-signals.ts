import type { AnswerTime } from './use-time';

export type TimeSignal = 'half' | 'last-minute' | 'over';

const LAST_MS = 60_000;
/** An answer that is hardly longer than this (ms) has no signal for its last minute. */
const SHORT_MS = 1.5 * LAST_MS;

/**
 * The signal to give for the times that the answer's clock passed between two readings: only the latest, for instance
 * after a sleep.
 */
export function signalPassed(
  before: AnswerTime,
  now: AnswerTime,
  words: Partial<Record<TimeSignal, string>>,
): string | null {
  const { targetMs } = now;
  const signals: { signal: TimeSignal; leftMs: number }[] = [
    { signal: 'half', leftMs: targetMs / 2 },
    ...(targetMs > SHORT_MS ? [{ signal: 'last-minute' as const, leftMs: LAST_MS }] : []),
    { signal: 'over', leftMs: 0 },
  ];
  const passed = signals
    .filter(({ leftMs }) => before.leftMs > leftMs && now.leftMs <= leftMs)
    .toSorted((a, b) => b.leftMs - a.leftMs);
  return passed.map(({ signal }) => words[signal]).findLast(Boolean) ?? null;
}
