const COMMON = new Set(
  'about after before been does each every from have into only over said tell than that their them then there they this time were what when where which will with would your'.split(
    ' ',
  ),
);

/** Stems of the meaningful words, roughly: those with four letters or more. */
export function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 5)));
}

/** Shared stems divided by all stems (Jaccard). */
export function overlap(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

/** Pairs above the limit. It compares only texts with a common stem, to be quick. */
export function alike(texts: readonly string[], limit: number): string[] {
  const sets = texts.map(stemsOf);
  const holders = new Map<string, number[]>();
  const pairs: string[] = [];
  for (const [at, set] of sets.entries()) {
    const shared = new Map<number, number>();
    for (const stem of set) {
      const others = holders.get(stem) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(stem, [...others, at]);
    }
    for (const [other, count] of shared) {
      const all = set.size + (sets[other]?.size ?? 0) - count;
      if (count / all > limit) pairs.push(`${texts[other]} / ${texts[at]}`);
    }
  }
  return pairs;
}
