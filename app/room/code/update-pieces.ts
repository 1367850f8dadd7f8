import * as Y from 'yjs';

/** Deleted characters of one window's, by its id: where each run begins, and how long it is. */
type Runs = readonly { clock: number; len: number }[];
type Part = (Y.Item | Y.GC | Y.Skip) & { id: Y.ID };

/** Characters of a long insertion that go into one piece: at most three bytes each. */
const CHUNK = 8_192;
/** The most bytes of a heading for the changes or deletions of one window. */
const HEADING = 32;
/** The most bytes of a deleted run. */
const RUN = 20;

/** What the room lacks of this update: `room` is what it answers to a reader, with all of its deletions. Null for nothing. */
export function lackedOf(
  update: Uint8Array,
  room: { update: Uint8Array; vector: Uint8Array },
): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(Y.diffUpdate(update, room.vector));
  const known = Y.decodeUpdate(room.update).ds.clients;
  const deleted = new Map<number, Runs>();
  for (const [client, runs] of ds.clients) {
    const lacked = without(runs, known.get(client) ?? []);
    if (lacked.length > 0) deleted.set(client, lacked);
  }
  const parts = byWindow(structs);
  return parts.size + deleted.size > 0 ? encoded(parts, deleted) : null;
}

/** Updates of at most so many bytes that together change what this one changes. Deletions are last. */
export function piecesOf(update: Uint8Array, most: number): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const parts = structs.flatMap(chunksOf);
  const runs = [...ds.clients].flatMap(([client, all]) => all.map((run) => ({ client, run })));
  return [
    ...grouped(parts, clientOf, sizeOf, most).map((group) => encoded(byWindow(group), new Map())),
    ...grouped(
      runs,
      ({ client }) => client,
      () => RUN,
      most,
    ).map((group) => {
      const deleted = byKey(group, ({ client }) => client);
      return encoded(
        new Map(),
        new Map([...deleted].map(([client, of]) => [client, of.map(({ run }) => run)])),
      );
    }),
  ];
}

function without(runs: Runs, known: Runs): Runs {
  return runs.flatMap(({ clock, len }) => {
    const lacked: { clock: number; len: number }[] = [];
    const end = clock + len;
    let from = clock;
    for (const other of known) {
      if (other.clock + other.len <= from) continue;
      if (other.clock >= end) break;
      if (other.clock > from) lacked.push({ clock: from, len: other.clock - from });
      from = other.clock + other.len;
    }
    if (from < end) lacked.push({ clock: from, len: end - from });
    return lacked;
  });
}

/** A long insertion as several, one after another. A character of two halves remains whole. */
function chunksOf(part: Part): Part[] {
  if (!(part instanceof Y.Item) || !(part.content instanceof Y.ContentString)) return [part];
  const { str } = part.content;
  const chunks: Part[] = [];
  for (let from = 0; from < str.length; ) {
    const most = from + CHUNK;
    const to = most < str.length && /[\uD800-\uDBFF]/.test(str.charAt(most - 1)) ? most - 1 : most;
    const { client, clock } = part.id;
    const origin = from === 0 ? part.origin : Y.createID(client, clock + from - 1);
    const content = new Y.ContentString(str.slice(from, to));
    const { rightOrigin, parent, parentSub } = part;
    chunks.push(
      new Y.Item(
        Y.createID(client, clock + from),
        null,
        origin,
        null,
        rightOrigin,
        parent,
        parentSub,
        content,
      ),
    );
    from = to;
  }
  return chunks;
}

const clientOf = ({ id }: Part) => id.client;

function sizeOf(part: Part): number {
  const encoder = new Y.UpdateEncoderV1();
  part.write(encoder, 0);
  return encoder.toUint8Array().byteLength;
}

function grouped<T>(
  all: readonly T[],
  windowOf: (one: T) => number,
  size: (one: T) => number,
  most: number,
): T[][] {
  const groups: T[][] = [];
  let windows = new Set<number>();
  let left = 0;
  for (const one of all) {
    const window = windowOf(one);
    const own = size(one);
    const bytes = own + (windows.has(window) ? 0 : HEADING);
    if (groups.length === 0 || bytes > left) {
      groups.push([]);
      windows = new Set();
      left = most - HEADING;
    }
    groups.at(-1)?.push(one);
    left -= own + (windows.has(window) ? 0 : HEADING);
    windows.add(window);
  }
  return groups;
}

function byKey<T>(all: readonly T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}

/** A gap between two changes of a window has to be said, but not one before the first or after the last. */
function byWindow(parts: readonly Part[]): Map<number, Part[]> {
  const windows = byKey(parts, clientOf);
  const isChange = (part: Part) => !(part instanceof Y.Skip);
  for (const [client, of] of windows) {
    if (of.some(isChange))
      windows.set(client, of.slice(of.findIndex(isChange), of.findLastIndex(isChange) + 1));
    else windows.delete(client);
  }
  return windows;
}

function encoded(windows: ReadonlyMap<number, Part[]>, deleted: ReadonlyMap<number, Runs>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(windows.size);
  for (const [client, parts] of windows) {
    encoder.writeLen(parts.length);
    encoder.writeClient(client);
    encoder.writeLen(parts[0]?.id.clock ?? 0);
    for (const part of parts) part.write(encoder, 0);
  }
  encoder.writeLen(deleted.size);
  for (const [client, runs] of deleted) {
    encoder.writeLen(client);
    encoder.writeLen(runs.length);
    for (const { clock, len } of runs) {
      encoder.writeLen(clock);
      encoder.writeLen(len);
    }
  }
  return encoder.toUint8Array();
}
