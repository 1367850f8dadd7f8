/**
 * Every run tries the same cases, so that a failure comes from the current change. To try others, and more of them:
 * `SEED=7 TIMES=100 npx vitest run server/packs`.
 */
const SEED = wholeNumber('SEED', 20_261_122);
const TIMES = wholeNumber('TIMES', 1);

/** The seed and the number of cases for a property. */
export function tries(numRuns = 100): { seed: number; numRuns: number } {
  return { seed: SEED, numRuns: numRuns * TIMES };
}

function wholeNumber(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`${name} is "${process.env[name]}". Write a whole number above 0, as in ${name}=7.`);
}
