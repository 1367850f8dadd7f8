import type { RevealStats } from '../protocol/view-judging';
import type { Mark } from '../protocol/words';
import type { Ask } from './core/state';

/** Plain mean; null if there are no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Highest minus lowest; null below two values. */
export function range(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.max(...values) - Math.min(...values);
}

/** Average deviation AD = Σ|x−x̄|/k (Burke, Finkelstein and Dusig 1999); null below two values. */
export function averageDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (values.length < 2 || centre === null) return null;
  return values.reduce((sum, value) => sum + Math.abs(value - centre), 0) / values.length;
}

/** Whether a disagreement is flagged: a range of 2 or more, or an AD above a sixth of the scale's five points. */
export const FLAGGED_RANGE = 2;
export const FLAGGED_AD = 5 / 6;

/** The independent first ratings of the people who counted at the reveal; not assessed counts nowhere. */
export function firstRatings(ask: Ask): number[] {
  return assessed((ask.reveal?.panel ?? []).map((memberId) => ask.first[memberId]?.value));
}

/** The same people's latest ratings: the second rating if there is one, or else the first. Nobody joins them after the reveal. */
export function lastRatings(ask: Ask): number[] {
  return assessed(
    (ask.reveal?.panel ?? []).map((memberId) => {
      const first = ask.first[memberId];
      return typeof first?.value === 'number' ? (ask.second[memberId] ?? first).value : null;
    }),
  );
}

function assessed(values: readonly (number | null | undefined)[]): number[] {
  return values.filter((value): value is number => typeof value === 'number');
}

/** The statistics of a revealed ask's ratings. */
export function revealStats(ask: Ask): RevealStats {
  const first = firstRatings(ask);
  const spread = range(first);
  const ad = averageDeviation(first);
  const flagged = (spread ?? 0) >= FLAGGED_RANGE || (ad ?? 0) > FLAGGED_AD;
  const shared = [...marksByPoint(ask).values()].filter((given) => given.length > 1);
  const disputed = disputedPoints(ask);
  return {
    mean: mean(first),
    secondMean: mean(lastRatings(ask)),
    range: spread,
    ad,
    flagged,
    cause: flagged ? causeOf(disputed.length, shared.length) : null,
    disputed,
  };
}

/** Ticks show why people disagree only if at least two people ticked the same point. */
function causeOf(disputed: number, shared: number): RevealStats['cause'] {
  if (shared === 0) return null;
  return disputed > 0 ? 'heard-differently' : 'weighed-differently';
}

/** Points that at least two people on the panel ticked differently. */
export function disputedPoints(ask: Ask): string[] {
  return [...marksByPoint(ask)].filter(([, given]) => new Set(given).size > 1).map(([pointId]) => pointId);
}

/** The panel's marks on each point. */
function marksByPoint(ask: Ask): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const memberId of ask.reveal?.panel ?? []) {
    for (const [pointId, tick] of Object.entries(ask.ticks[memberId] ?? {})) {
      marks.set(pointId, [...(marks.get(pointId) ?? []), tick.mark]);
    }
  }
  return marks;
}
