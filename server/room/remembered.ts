/** What a value is made of; the first of them an object, for as long as which the value is kept. */
export type Pieces = readonly [object, ...unknown[]];

/**
 * The same function, which gives the same object again as long as the pieces of state are the same: what did not change
 * is found unchanged without a look into it.
 */
export function remembered<A extends unknown[], V>(
  pieces: (...args: A) => Pieces,
  make: (...args: A) => V,
): (...args: A) => V {
  const kept = new WeakMap<object, { rest: readonly unknown[]; value: V }>();
  return (...args) => {
    const [first, ...rest] = pieces(...args);
    const last = kept.get(first);
    if (last?.rest.every((piece, index) => piece === rest[index])) return last.value;
    const value = make(...args);
    kept.set(first, { rest, value });
    return value;
  };
}

/** The same for a function of an object and a name: every name has a value of its own. */
export function rememberedByName<K extends object, N extends string, V>(
  make: (of: K, name: N) => V,
): (of: K, name: N) => V {
  const kept = new WeakMap<K, Map<N, V>>();
  return (of, name) => {
    const known = kept.get(of) ?? new Map<N, V>();
    kept.set(of, known);
    const last = known.get(name);
    if (last !== undefined || known.has(name)) return last as V;
    const value = make(of, name);
    known.set(name, value);
    return value;
  };
}

/** A record by id of the things in a list, in their order. */
export function byId<T, V>(
  things: readonly T[],
  id: (thing: T) => string,
  make: (thing: T, no: number) => V,
): Record<string, V> {
  return Object.fromEntries(things.map((thing, index) => [id(thing), make(thing, index + 1)]));
}
