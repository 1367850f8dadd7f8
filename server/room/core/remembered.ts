import type { RoomState } from './state';

/** What a value is made of. The first is an object, and the value is kept for as long as that object. */
export type Pieces = readonly [object, ...unknown[]];

/**
 * The same function, but it gives the same object as long as the pieces of state are the same, so that one comparison
 * of objects shows that nothing changed.
 */
export function remembered<A extends unknown[], V>(
  pieces: (...args: A) => Pieces,
  make: (...args: A) => V,
): (...args: A) => V {
  const kept = new WeakMap<object, { of: Pieces; value: V }>();
  return (...args) => {
    const of = pieces(...args);
    const last = kept.get(of[0]);
    if (last && areSame(last.of, of)) return last.value;
    const value = make(...args);
    kept.set(of[0], { of, value });
    return value;
  };
}

/** Runs a dozen times for each command, so it makes no function for each piece. */
function areSame(some: Pieces, others: Pieces): boolean {
  if (some.length !== others.length) return false;
  for (let index = some.length - 1; index > 0; index -= 1) if (some[index] !== others[index]) return false;
  return true;
}

/** The same for a function of an object and a name: every name has a value of its own. */
export function rememberedByName<K extends object, N extends string, V>(
  make: (of: K, name: N) => V,
): (of: K, name: N) => V {
  const kept = new WeakMap<K, Map<N, V>>();
  return (of, name) => {
    let known = kept.get(of);
    if (!known) {
      known = new Map<N, V>();
      kept.set(of, known);
    }
    const last = known.get(name);
    if (last !== undefined || known.has(name)) return last as V;
    const value = make(of, name);
    known.set(name, value);
    return value;
  };
}

/** A room's newest state and the one before, with what was made of them. */
interface Steps<V> {
  state: RoomState;
  value: V;
  before: { state: RoomState; value: V } | null;
}

/**
 * The same for a function of a room's state and a name, which also gets the value for the state before, to keep of it what is
 * still true. The last two states of each room are remembered, since a change is told as the difference of their views.
 */
export function followedByName<N extends string, V>(
  next: (state: RoomState, name: N, last: V | undefined) => V,
): (state: RoomState, name: N) => V {
  // A room's settings are a different object in every room.
  const rooms = new WeakMap<RoomState['settings'], Map<N, Steps<V>>>();
  return (state, name) => {
    let ofRoom = rooms.get(state.settings);
    if (!ofRoom) {
      ofRoom = new Map<N, Steps<V>>();
      rooms.set(state.settings, ofRoom);
    }
    const last = ofRoom.get(name);
    if (last?.state === state) return last.value;
    if (last?.before?.state === state) return last.before.value;
    const value = next(state, name, last?.value);
    ofRoom.set(name, { state, value, before: last ? { state: last.state, value: last.value } : null });
    return value;
  };
}

/** The same for a function of the state alone. */
export function followed<V>(next: (state: RoomState, last: V | undefined) => V): (state: RoomState) => V {
  const named = followedByName((state: RoomState, _: '', last: V | undefined) => next(state, last));
  return (state) => named(state, '');
}

/** Whether all fields of two objects are the same, other than these. */
export function areAlike<T extends object>(one: T, other: T, but: { [K in keyof T]?: true }): boolean {
  for (const key in one) if (one[key] !== other[key] && but[key] !== true) return false;
  for (const key in other) if (!(key in one)) return false;
  return true;
}

/** A record by id of the things in a list, in their order. */
export function byId<T, V>(
  things: readonly T[],
  id: (thing: T) => string,
  make: (thing: T, no: number) => V,
): Record<string, V> {
  // `fromEntries` makes an own field of every id, even of `__proto__`.
  return Object.fromEntries(things.map((thing, index) => [id(thing), make(thing, index + 1)]));
}
