import type { Kysely } from 'kysely';
import type { RoomState, Round } from '../room/core/state';
import type { RoomSnapshot, Snapshots } from '../runtime/snapshots';
import type { Database, RoomSnapshotsTable } from '../runtime/tables';

/** A room that is read from so many events alone takes some 20 ms. */
const EVERY = 1_000;

export interface RoomSnapshotsInput {
  db: Kysely<Database>;
  /** Of the code that makes states of events: what another version made is never read. */
  version: string;
  /** Told why one could not be kept. */
  failed(error: unknown): void;
}

export interface StoredSnapshots extends Snapshots {
  /** Resolves when what was to be kept or dropped so far is. */
  settled(): Promise<void>;
}

/** The room without its rounds, and how many of the parts that follow are rounds that were not discarded. */
type Head = Omit<RoomState, 'pack' | 'rounds' | 'discarded'> & { roundCount: number };

/**
 * Snapshots in the record, over either dialect, one row for each round: so that nobody waits while a long room is turned into
 * text, or back. All rows of a snapshot name the same event; a row that does not is a reason to have none.
 */
export function createRoomSnapshots({ db, version, failed }: RoomSnapshotsInput): StoredSnapshots {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch(failed);
  };
  return {
    every: EVERY,
    find: async (roomId) => {
      const rows = await db
        .selectFrom('room_snapshots')
        .selectAll()
        .where('room_id', '=', roomId)
        .orderBy('part')
        .execute();
      return fromRows(rows, version);
    },
    keep: (roomId, snapshot) =>
      inTurn(async () => {
        const rows = await toRows(roomId, snapshot, version);
        await db.transaction().execute(async (trx) => {
          await trx.deleteFrom('room_snapshots').where('room_id', '=', roomId).execute();
          for (const row of rows) await trx.insertInto('room_snapshots').values(row).execute();
        });
      }),
    drop: (roomId) =>
      inTurn(async () => {
        await db.deleteFrom('room_snapshots').where('room_id', '=', roomId).execute();
      }),
    settled: async () => {
      await last;
    },
  };
}

async function toRows(
  roomId: string,
  { seq, commandId, at, state }: RoomSnapshot,
  version: string,
): Promise<RoomSnapshotsTable[]> {
  const { rounds, discarded, ...rest } = state;
  const head: Head = { ...rest, roundCount: rounds.length };
  const parts = [head, ...rounds, ...discarded];
  const rows: RoomSnapshotsTable[] = [];
  for (const [part, value] of parts.entries()) {
    const data = JSON.stringify(value);
    rows.push({ room_id: roomId, part, parts: parts.length, version, seq, command_id: commandId, at, data });
    await othersFirst();
  }
  return rows;
}

async function fromRows(rows: RoomSnapshotsTable[], version: string): Promise<RoomSnapshot | null> {
  const [first] = rows;
  if (!first || first.parts !== rows.length) return null;
  const isWhole = rows.every((row) => row.version === version && row.seq === first.seq);
  if (!isWhole) return null;
  const parts: unknown[] = [];
  for (const { data } of rows) {
    parts.push(parsed(data));
    await othersFirst();
  }
  // What today's code wrote has the shape that today's code reads.
  const [head, ...all] = parts as [Head | null, ...(Round | null)[]];
  const rounds = all.filter((round) => round !== null);
  if (!head || rounds.length !== all.length) return null;
  const { roundCount, ...rest } = head;
  const { seq, command_id: commandId, at } = first;
  const state = { ...rest, rounds: rounds.slice(0, roundCount), discarded: rounds.slice(roundCount) };
  return { seq, commandId, at, state };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
