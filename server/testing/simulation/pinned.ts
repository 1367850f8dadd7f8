/**
 * Worlds that once found a fault, as `npm run fuzz` prints them; the test plays them every time. Without `operations` the seed plans
 * them; with them, they stay what they are when the plan of a seed changes.
 */
export const PINNED: readonly Pin[] = [];

export interface Pin {
  seed: number;
  operations?: readonly string[];
}
