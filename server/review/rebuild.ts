import type { Kysely, Transaction } from 'kysely';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import type { ProjectedTable, Projection } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { rebuildKept } from './kept-rows';
import { project } from './project';
import type { LoggedEvent } from './replay';

/** The read models that `project` makes. `room_packs` is written with them and names what the events name. */
export const REBUILT = [
  'invite_index',
  'memberships',
  'scorecards',
  'participations',
  'competency_means',
  'round_asks',
  'round_ratings',
  'calibrations',
  'heard',
] as const satisfies readonly ProjectedTable[];
type Rebuilt = (typeof REBUILT)[number];

export interface RebuildPorts {
  db: Kysely<Database>;
  loadLog(roomId: string): Promise<LoggedEvent[]>;
  /** Writes rows, each replacing the one with its key. */
  write(trx: Transaction<Database>, table: ProjectedTable, projections: Projection[]): Promise<void>;
}

/** Rooms whose ids are read in one statement, which has a time limit in PostgreSQL. */
const PAGE = 200;
const MOST_TRIES = 100;
/** PostgreSQL: unique_violation, serialization_failure, deadlock_detected. */
const RACED: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01', 'SQLITE_BUSY_SNAPSHOT']);

/**
 * Makes the read models again from the events, room by room, each in one transaction. Rows that the events no longer
 * make are deleted. What was heard belongs to no room, so there rows are only added. Scorecards from files get their
 * rows again too. Other processes may serve the same rooms meanwhile.
 */
export async function rebuild(
  ports: RebuildPorts,
  progress: (rooms: number) => void = () => undefined,
): Promise<{ rooms: number }> {
  let rooms = 0;
  for (let page = await roomsAfter(ports.db, ''); page.length > 0; ) {
    progress(rooms);
    for (const roomId of page) await rebuildAsItGoesOn(ports, roomId);
    rooms += page.length;
    page = await roomsAfter(ports.db, page.at(-1) ?? '');
  }
  await rebuildKept(ports.db);
  return { rooms };
}

/** Again and again while other processes write in the room. */
async function rebuildAsItGoesOn(ports: RebuildPorts, roomId: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) if (await rebuildRoom(ports, roomId)) return;
  throw new Error(`the rows of room ${roomId} could not be made again: others write in it all the time`);
}

async function roomsAfter(db: Kysely<Database>, last: string): Promise<string[]> {
  const rows = await db
    .selectFrom('events')
    .select('room_id')
    .distinct()
    .where('room_id', '>', last)
    .orderBy('room_id')
    .limit(PAGE)
    .execute();
  return rows.map((row) => row.room_id);
}

class MovedOn extends Error {}

/** False, with nothing changed, if the room moved on meanwhile: then these rows are older than those of its last command. */
async function rebuildRoom({ db, loadLog, write }: RebuildPorts, roomId: string): Promise<boolean> {
  const log = await loadLog(roomId);
  const projections = projectionsOf(log);
  try {
    await db.transaction().execute(async (trx) => {
      for (const table of REBUILT) {
        if (table !== 'heard') await trx.deleteFrom(table).where('room_id', '=', roomId).execute();
        await write(trx, table, projections.filter(isOf(table)));
      }
      // At the end: another writer of these rows waits for this transaction from here on, and writes newer ones.
      const { last } = await trx
        .selectFrom('events')
        .select(({ fn }) => fn.max('seq').as('last'))
        .where('room_id', '=', roomId)
        .executeTakeFirstOrThrow();
      if (Number(last) !== log.at(-1)?.seq) throw new MovedOn();
    });
    return true;
  } catch (error) {
    if (error instanceof MovedOn || RACED.has(Reflect.get(Object(error), 'code'))) return false;
    throw error;
  }
}

export interface RebuildOnce extends RebuildPorts {
  /** Does this work while no other process does. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** Rooms that are done: none at its beginning, and then every now and then. Not called where there is no room. */
  progress(rooms: number): void;
  /** How many there were, if there were any. */
  finished(rooms: number): void;
}

/** Unless it was done under this name before. Processes that start together do it once, and each waits until it is done. */
export async function rebuildOnce(ports: RebuildOnce, name: string): Promise<void> {
  const { db } = ports;
  const isDone = async () =>
    (await db.selectFrom('moves').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
  if (await isDone()) return;
  await ports.exclusively(async () => {
    if (await isDone()) return;
    const { rooms } = await rebuild(ports, ports.progress);
    await db
      .insertInto('moves')
      .values({ name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (rooms > 0) ports.finished(rooms);
  });
}

const isOf = (table: Rebuilt) => (projection: Projection) => projection.table === table;

/** What the runtime wrote with the events, command by command. */
export function projectionsOf(log: readonly LoggedEvent[]): Projection[] {
  const projections: Projection[] = [];
  let state: RoomState | null = null;
  for (let from = 0; from < log.length; ) {
    const commandId = log[from]?.commandId;
    const before = state;
    const events = [];
    for (; log[from]?.commandId === commandId && from < log.length; from += 1) {
      const logged = log[from];
      if (!logged) break;
      state = evolve(state, logged.event, logged);
      events.push(logged.event);
    }
    if (state) projections.push(...project(before, state, events));
  }
  return projections;
}
