/** What a record holds under a key; nothing of what every object has by nature. */
export function ownOf<T>(record: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return key != null && Object.hasOwn(record, key) ? record[key] : undefined;
}

const lists = new WeakMap<object, readonly unknown[]>();

/** The things of a record by their `no`. Of the same record it is the same list. */
export function inOrder<T extends { no: number }>(record: Readonly<Record<string, T>>): readonly T[] {
  return listOf(record, (a, b) => a.no - b.no);
}

/** Notes by the moment of the answer at which they were begun. */
export function inTime<T extends { atMs: number }>(record: Readonly<Record<string, T>>): readonly T[] {
  return listOf(record, (a, b) => a.atMs - b.atMs);
}

function listOf<T>(record: Readonly<Record<string, T>>, compare: (a: T, b: T) => number): readonly T[] {
  // A record is only ever listed in the one order that its things have.
  const list = (lists.get(record) as readonly T[] | undefined) ?? Object.values(record).toSorted(compare);
  lists.set(record, list);
  return list;
}
