/**
 * How far raters agreed over a round, by Krippendorff's α: 1 − observed/expected disagreement, which takes any number of
 * raters and missing ratings. Source: K. Krippendorff, Content Analysis (3rd ed. 2013), chapter 12. Pure.
 */

/** The ratings that one ask got. A unit with fewer than two says nothing about agreement. */
export type Unit = readonly number[];

export type Metric = 'nominal' | 'ordinal' | 'interval';

/** Null where there is nothing to compare, or where every rating is the same: α has no value without spread. */
export function krippendorffAlpha(units: readonly Unit[], metric: Metric): number | null {
  const pairable = units.filter((unit) => unit.length > 1);
  const values = pairable.flat();
  const counts = countsOf(values);
  const distance = distanceOf(metric, counts);
  const expected = sumOf([...counts], ([a, countA]) =>
    sumOf([...counts], ([b, countB]) => countA * countB * distance(a, b)),
  );
  if (expected === 0) return null;
  const observed = sumOf(
    pairable,
    (unit) => sumOf(unit, (a) => sumOf(unit, (b) => distance(a, b))) / (unit.length - 1),
  );
  return 1 - ((values.length - 1) * observed) / expected;
}

/** How often each value was given, from the lowest value to the highest. */
function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...values].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The squared difference of two values. The ordinal one counts how many ratings are between them. */
function distanceOf(metric: Metric, counts: ReadonlyMap<number, number>): (a: number, b: number) => number {
  if (metric === 'nominal') return (a, b) => (a === b ? 0 : 1);
  if (metric === 'interval') return (a, b) => (a - b) ** 2;
  return (a, b) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = sumOf([...counts], ([value, count]) => (value >= low && value <= high ? count : 0));
    return (between - ((counts.get(low) ?? 0) + (counts.get(high) ?? 0)) / 2) ** 2;
  };
}

export interface Interval {
  value: number;
  /** Both null if α depends on one unit: without it there would be no spread. */
  low: number | null;
  high: number | null;
}

/**
 * Ordinal α with its 95 % jackknife interval over units: α is computed again without each of them. Source: B. Efron,
 * The Jackknife, the Bootstrap and Other Resampling Plans (1982), chapter 3. Null where α has no value.
 */
export function ordinalAlpha(units: readonly Unit[]): Interval | null {
  const pairable = units.filter((unit) => unit.length > 1);
  const value = krippendorffAlpha(pairable, 'ordinal');
  if (value === null) return null;
  const without = pairable.map((_, index) =>
    krippendorffAlpha(
      pairable.filter((_, other) => other !== index),
      'ordinal',
    ),
  );
  const known = without.filter((one) => one !== null);
  const n = pairable.length;
  if (n < 2 || known.length < n) return { value, low: null, high: null };
  const centre = sumOf(known, (one) => one) / n;
  const error = Math.sqrt(((n - 1) / n) * sumOf(known, (one) => (one - centre) ** 2));
  const reach = studentT(n - 1) * error;
  return { value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) };
}

const Z = 1.959964;

/**
 * The 97.5 % quantile of Student's t. Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5;
 * from 7 degrees of freedom on it is off by less than 0.01.
 */
function studentT(freedom: number): number {
  const first = (Z ** 3 + Z) / 4;
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  return Z + first / freedom + second / freedom ** 2;
}

/**
 * Intraclass correlations, two-way random effects, absolute agreement: of one rater, ICC(2,1), and of the mean of all, ICC(2,k).
 * `targets` has a row for each ask with a rating by each rater, in the same order. Source: P. E. Shrout and J. L. Fleiss,
 * Intraclass Correlations (1979), Psychological Bulletin 86. Null where a rating is missing, or there is no spread.
 */
export function intraclass(
  targets: readonly (readonly number[])[],
): { single: number; average: number } | null {
  const n = targets.length;
  const k = targets[0]?.length ?? 0;
  if (n < 2 || k < 2 || targets.some((row) => row.length !== k)) return null;
  const meanOf = (values: readonly number[]) => sumOf(values, (value) => value) / values.length;
  const all = meanOf(targets.flat());
  const squares = (values: readonly number[]) => sumOf(values, (value) => (value - all) ** 2);
  const betweenRows = k * squares(targets.map(meanOf));
  const raters = targets[0]?.map((_, rater) => meanOf(targets.map((row) => row[rater] ?? 0))) ?? [];
  const betweenRaters = n * squares(raters);
  const rest = squares(targets.flat()) - betweenRows - betweenRaters;
  const [rows, columns, error] = [betweenRows / (n - 1), betweenRaters / (k - 1), rest / ((n - 1) * (k - 1))];
  const ofRaters = (k * (columns - error)) / n;
  const single = (rows - error) / (rows + (k - 1) * error + ofRaters);
  const average = (rows - error) / (rows + ofRaters / k);
  return Number.isFinite(single) && Number.isFinite(average) ? { single, average } : null;
}

/** Pairs of ratings of one ask, and how many of them are at most one point apart. */
export function pairsOf(units: readonly Unit[]): { all: number; withinOne: number } {
  const apart = units.flatMap((unit) =>
    unit.flatMap((a, index) => unit.slice(index + 1).map((b) => Math.abs(a - b))),
  );
  return { all: apart.length, withinOne: apart.filter((difference) => difference <= 1).length };
}

/** With fewer compared asks, a number for a whole round says more about chance than about the panel. */
export const ENOUGH_ASKS = 8;

function sumOf<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0);
}
