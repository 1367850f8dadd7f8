/** The value under a record's own key; inherited properties do not count. */
export function ownOf<T>(record: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return key != null && Object.hasOwn(record, key) ? record[key] : undefined;
}

const lists = new WeakMap<object, readonly unknown[]>();

/** The things of a record in the order of `no`. The same record gives the same list. */
export function inOrder<T extends { no: number }>(record: Readonly<Record<string, T>>): readonly T[] {
  return listOf(record, (a, b) => a.no - b.no);
}

/** Notes in the order of the moments at which they began. */
export function inTime<T extends { atMs: number }>(record: Readonly<Record<string, T>>): readonly T[] {
  return listOf(record, (a, b) => a.atMs - b.atMs);
}

function listOf<T>(record: Readonly<Record<string, T>>, compare: (a: T, b: T) => number): readonly T[] {
  // One list per record is enough, since its things have only one order.
  const list = (lists.get(record) as readonly T[] | undefined) ?? Object.values(record).toSorted(compare);
  lists.set(record, list);
  return list;
}
