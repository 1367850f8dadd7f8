import type { Kysely } from 'kysely';
import { project } from '../review/project';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import { PROJECTION_KEYS, type ProjectedTable, type Projection } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { upsert } from '../store/batch';
import { interview, STARTED } from './interview';

const HOUR_MS = 3_600_000;

/** Writes read models (but no events) of this many published rounds of the same people, one every six hours. */
export async function manyRounds(db: Kysely<Database>, count: number): Promise<void> {
  const AT_ONCE = 200;
  for (let from = 0; from < count; from += AT_ONCE) {
    const projections = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) =>
      rowsOf(from + index),
    ).flat();
    await db.transaction().execute(async (trx) => {
      for (const table of Object.keys(PROJECTION_KEYS) as ProjectedTable[])
        await upsert(
          trx,
          table,
          projections.filter((projection) => projection.table === table),
        );
    });
  }
}

function rowsOf(no: number): Projection[] {
  const steps = interview({
    roomId: `rm_${String(no).padStart(12, '0')}`,
    title: `Panel ${no}`,
    startedAt: STARTED + no * 6 * HOUR_MS,
  });
  let state: RoomState | null = null;
  const projections: Projection[] = [];
  for (const { event, at, by } of steps) {
    const after: RoomState = evolve(state, event, { at, by });
    if (event.type === 'RoundPublished') projections.push(...project(state, after, [event]));
    state = after;
  }
  return projections;
}
