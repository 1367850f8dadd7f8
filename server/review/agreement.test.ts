import { describe, expect, test } from 'vitest';
import { intraclass, krippendorffAlpha, ordinalAlpha, pairsOf, type Unit } from './agreement';

/** Rows of raters, a character for each unit and `.` for a missing rating, as units. */
function unitsOf(...raters: string[]): Unit[] {
  const [first = ''] = raters;
  return [...first].map((_, unit) => raters.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])])));
}

/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): four raters by twelve units. */
const KNOWN = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
/** Three raters by eight units: 4 everywhere, but for two 3s. */
const NEARLY = unitsOf('34444444', '43444444', '44444444');

describe('Krippendorff’s alpha', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('of the published data is, %s, %s', (metric, value) => {
    expect(krippendorffAlpha(KNOWN, metric)).toBeCloseTo(value, 3);
  });

  test('is below zero where nearly everybody agrees, so the share of near pairs must be beside it', () => {
    expect(krippendorffAlpha(NEARLY, 'ordinal')).toBeCloseTo(-0.045, 3);
    expect(pairsOf(NEARLY)).toEqual({ all: 24, withinOne: 24 });
  });

  test('has no value without spread, or if no two people rated the same ask', () => {
    expect(krippendorffAlpha(unitsOf('4444', '4444'), 'ordinal')).toBeNull();
    expect(krippendorffAlpha(unitsOf('1..', '.2.'), 'ordinal')).toBeNull();
    expect(krippendorffAlpha([], 'ordinal')).toBeNull();
  });

  test('is 1 where all agree on answers of different quality', () => {
    expect(krippendorffAlpha(unitsOf('12345', '12345'), 'ordinal')).toBe(1);
  });
});

describe('the jackknife interval', () => {
  test('contains the value, and is at most the whole scale', () => {
    const alpha = ordinalAlpha(KNOWN);
    expect(alpha?.value).toBeCloseTo(0.815, 3);
    expect(alpha?.low).toBeGreaterThan(0.3);
    expect(alpha?.low).toBeLessThan(0.815);
    expect(alpha?.high).toBe(1);
  });

  test('is as wide as a t quantile times the error of the values without each unit', () => {
    const units = unitsOf('12345123', '12345224', '22345133');
    const without = units.map(
      (_, index) =>
        krippendorffAlpha(
          units.filter((_, other) => other !== index),
          'ordinal',
        ) ?? Number.NaN,
    );
    const centre = without.reduce((sum, one) => sum + one, 0) / 8;
    const error = Math.sqrt((7 / 8) * without.reduce((sum, one) => sum + (one - centre) ** 2, 0));
    const alpha = ordinalAlpha(units);
    // Seven degrees of freedom: every table says 2.365.
    expect((alpha?.value ?? 0) - (alpha?.low ?? 0)).toBeCloseTo(2.365 * error, 2);
  });

  test('does not exist where all the spread is in one unit', () => {
    expect(ordinalAlpha(unitsOf('44444443', '44444444'))).toMatchObject({ low: null, high: null });
  });
});

describe('the intraclass correlation', () => {
  /** Shrout and Fleiss (1979), table 2: six targets by four raters. */
  const PUBLISHED = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  test('of the published data is .290 for one rater and .620 for the mean of all', () => {
    expect(intraclass(PUBLISHED)?.single).toBeCloseTo(0.29, 3);
    expect(intraclass(PUBLISHED)?.average).toBeCloseTo(0.62, 3);
  });

  test('has no value with a rating missing, with one rater or one ask, nor without spread', () => {
    expect(intraclass([...PUBLISHED, [1, 2, 3]])).toBeNull();
    expect(intraclass([[1], [2], [3]])).toBeNull();
    expect(intraclass([[1, 2]])).toBeNull();
    expect(intraclass([])).toBeNull();
    expect(
      intraclass([
        [4, 4],
        [4, 4],
      ]),
    ).toBeNull();
  });

  test('is 1 where all agree on answers of different quality', () => {
    expect(
      intraclass([
        [1, 1],
        [3, 3],
        [5, 5],
      ]),
    ).toEqual({ single: 1, average: 1 });
  });
});
