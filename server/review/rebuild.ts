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

/**
 * Makes the read models again from the events, room by room, each in one transaction. Rows that the events no longer
 * make are deleted. What was heard belongs to no room, so there rows are only added. Scorecards from files get their
 * rows again too.
 */
export async function rebuild({ db, loadLog, write }: RebuildPorts): Promise<{ rooms: number }> {
  const rooms = await db.selectFrom('events').select('room_id').distinct().orderBy('room_id').execute();
  for (const { room_id: roomId } of rooms) {
    const projections = projectionsOf(await loadLog(roomId));
    await db.transaction().execute(async (trx) => {
      for (const table of REBUILT) {
        if (table !== 'heard') await trx.deleteFrom(table).where('room_id', '=', roomId).execute();
        await write(trx, table, projections.filter(isOf(table)));
      }
    });
  }
  await rebuildKept(db);
  return { rooms: rooms.length };
}

/** Unless it was done under this name before. Two processes at once do the same work twice, with the same result. */
export async function rebuildOnce(ports: RebuildPorts, name: string): Promise<void> {
  const done = await ports.db.selectFrom('moves').select('name').where('name', '=', name).executeTakeFirst();
  if (done) return;
  await rebuild(ports);
  await ports.db
    .insertInto('moves')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
