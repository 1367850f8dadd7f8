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
  { from = { rooms: 0, last: '' }, reached }: { from?: Reached; reached?: Reaches } = {},
): Promise<{ rooms: number }> {
  let { rooms, last } = from;
  for (let page = await roomsAfter(ports.db, last); page.length > 0; ) {
    await reached?.({ rooms, last });
    for (const roomId of page) await rebuildAsItGoesOn(ports, roomId);
    rooms += page.length;
    last = page.at(-1) ?? '';
    page = await roomsAfter(ports.db, last);
  }
  await rebuildKept(ports.db);
  return { rooms };
}

/** How many rooms are done, and the last of them in the order of their ids. */
interface Reached {
  rooms: number;
  last: string;
}
type Reaches = (reached: Reached) => Promise<void>;

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
  /** Called before it is known whether another process does it, which is then waited for. */
  waits(): void;
  /** Rooms that are done: none at its beginning, and then every now and then. Not called where there is no room. */
  progress(rooms: number): void;
  /** How many there were, if there were any. */
  finished(rooms: number): void;
}

/**
 * Unless it was done under this name before. Processes that start together do it once, and each waits until it is done. One
 * that was interrupted goes on where it was.
 */
export async function rebuildOnce(ports: RebuildOnce, name: string): Promise<void> {
  const { db } = ports;
  const isDone = async () =>
    (await db.selectFrom('moves').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
  if (await isDone()) return;
  ports.waits();
  await ports.exclusively(async () => {
    if (await isDone()) return;
    const mark = `rebuilding: ${name}`;
    const reached = async (now: Reached) => {
      ports.progress(now.rooms);
      if (now.rooms > 0) await keepMark(db, mark, now);
    };
    const { rooms } = await rebuild(ports, { from: await readMark(db, mark), reached });
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto('moves')
        .values({ name })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await trx.deleteFrom('marks').where('name', '=', mark).execute();
    });
    if (rooms > 0) ports.finished(rooms);
  });
}

async function keepMark(db: Kysely<Database>, name: string, reached: Reached): Promise<void> {
  const value = JSON.stringify(reached);
  await db
    .insertInto('marks')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

async function readMark(db: Kysely<Database>, name: string): Promise<Reached | undefined> {
  const found = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst();
  return found && JSON.parse(found.value);
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
