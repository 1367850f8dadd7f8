/** Reproducible random numbers: the same seed gives the same ones. Not for secrets. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** An integer of 0 … n−1. */
  int(n: number): number;
  chance(probability: number): boolean;
  /** One element of the list. Throws if it is empty. */
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** `length` of a–z and 0–9. */
  token(length: number): string;
}

/** The generator mulberry32 (Tommy Ettinger, 2017), seeded with 32 bits. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (n: number) => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => {
    const [picked] = list.slice(int(list.length));
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    shuffle: (list) =>
      list
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    token: (length) => Array.from({ length }, () => int(36).toString(36)).join(''),
  };
}
