import { HOST_AWAY_MS } from '../protocol/words';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import type { EventRecord, PackContents, StoredEvent } from './ports';
import type { Snapshots } from './snapshots';
import { readEvent } from './stored-event';

/** How far a room was read. */
export interface Read {
  seq: number;
  /** The time (ms) of its last event. No later event is earlier, even if that one is from a process whose clock is ahead. */
  at: number;
  state: RoomState | null;
  /** When (ms) somebody last did something as host, of what was read without a snapshot. */
  hostDid: { memberId: string; at: number } | null;
  /** Of the last event; empty before the first. */
  commandId: string;
  /**
   * The seq of the snapshot that the reading began with; 0 without one. Ids of the commands whose events come after it are in
   * `commandIds`; earlier ones the record alone knows.
   */
  idsAfter: number;
}

/** A room in memory. */
export interface KeptRoom extends Read {
  commandIds: Set<string>;
  /** The end of the queue: one command of a room at a time. */
  tail: Promise<unknown>;
  pending: number;
  /** The outcome of an append is unknown, so the record must be read before the next decision. */
  doubtful: boolean;
}

export interface ReadingPorts {
  record: EventRecord;
  contents: PackContents;
  snapshots: Snapshots;
}

/** Events that are read without a pause: others have their turn every few milliseconds. */
const PAGE = 100;

export function nothingRead(): Read {
  return { seq: 0, at: 0, state: null, hostDid: null, commandId: '', idsAfter: 0 };
}

export function newRoom(): KeptRoom {
  return {
    ...nothingRead(),
    commandIds: new Set(),
    tail: Promise.resolve(),
    pending: 0,
    doubtful: false,
  };
}

/**
 * What the record holds beyond what was read, and the ids of its commands; null where that is nothing. `gone`: the record has
 * no longer what was read, since an operator deleted the room. `from` stays as it is.
 */
export async function readOn(
  ports: ReadingPorts,
  roomId: string,
  from: Read,
): Promise<{ read: Read; commandIds: string[] } | 'gone' | null> {
  const start = (from.seq === 0 && (await fromSnapshot(ports, roomId))) || from;
  const { seq, at, state, hostDid, commandId, idsAfter } = start;
  // Nothing else of a room in memory: its queue goes on meanwhile.
  const read: Read = { seq, at, state, hostDid, commandId, idsAfter };
  const commandIds: string[] = [];
  for (;;) {
    // The last event that was read comes once more.
    const known = read.seq === 0 ? 0 : 1;
    const page = await ports.record.load(roomId, read.seq - known, PAGE);
    if (page.length < known) return 'gone';
    for (const event of page.slice(known)) {
      read.state = evolve(read.state, await readEvent(event.data, ports.contents), event);
      read.hostDid = didAsHost(read.state, event) ?? read.hostDid;
      read.seq = event.seq;
      read.at = event.at;
      read.commandId = event.commandId;
      commandIds.push(event.commandId);
    }
    if (page.length < PAGE) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read.seq === from.seq ? null : { read, commandIds };
}

export function didAsHost(state: RoomState, { by, at }: { by: string | null; at: number }): Read['hostDid'] {
  return by !== null && by === state.hostId ? { memberId: by, at } : null;
}

/** For how long (ms) the host has been away. Somebody who does something is here, whatever is known about their connections. */
export function hostAway(
  { state, hostDid }: Read,
  at: number,
  awayOf: (roomId: string, memberId: string) => number | 'unknown' | null,
): number | 'unknown' | null {
  if (!state) return null;
  const awayMs = awayOf(state.roomId, state.hostId);
  const didMs = hostDid?.memberId === state.hostId ? at - hostDid.at : Number.POSITIVE_INFINITY;
  if (awayMs === null) return null;
  if (awayMs === 'unknown') return didMs < HOST_AWAY_MS ? didMs : awayMs;
  return Math.min(awayMs, didMs);
}

/** A room as its snapshot has it, when that fits the events; else it is dropped. */
async function fromSnapshot(
  { record, contents, snapshots }: ReadingPorts,
  roomId: string,
): Promise<Read | null> {
  const snapshot = await snapshots.find(roomId);
  if (!snapshot) return null;
  const { seq, at, commandId } = snapshot;
  const [first] = await record.load(roomId, 0, 1);
  const [last] = await record.load(roomId, seq - 1, 1);
  if (!first || !isOf(snapshot, last)) {
    snapshots.drop(roomId);
    return null;
  }
  const opening = await readEvent(first.data, contents);
  if (opening.type !== 'RoomOpened') throw new Error(`${roomId} does not begin with its opening`);
  const state = { ...snapshot.state, pack: opening.pack };
  return { seq, at, commandId, state, hostDid: null, idsAfter: seq };
}

function isOf(snapshot: { seq: number; at: number; commandId: string }, event: StoredEvent | undefined) {
  return event?.seq === snapshot.seq && event.commandId === snapshot.commandId && event.at === snapshot.at;
}
