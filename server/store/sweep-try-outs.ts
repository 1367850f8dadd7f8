import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';
import { OF_ROOMS } from './upkeep';

/** Milliseconds for which a try-out room stays after it is over, so that nobody has it open any more. */
const OVER_MS = 3_600_000;
/** Maximum rooms that one statement deletes, so that people who write meanwhile do not wait longer. */
const AT_ONCE = 20;

/** Before a room's day is over it is looked at this long (ms), since afterwards it takes nothing. */
const LAST_MS = 2 * 3_600_000;

/** Rooms whose day is over soon: a practice that somebody has left is finished before. */
export async function tryOutsOverSoon(db: Kysely<Database>, at: number): Promise<string[]> {
  const rows = await db
    .selectFrom('try_outs')
    .select('room_id')
    .where('until', '>', at)
    .where('until', '<=', at + LAST_MS)
    .execute();
  return rows.map(({ room_id }) => room_id);
}

/**
 * Deletes try-out rooms, and practices that were never finished, with all their data when their day is over. A practice that
 * has its scorecard is kept: only the row that says when it is over goes.
 */
export async function sweepTryOuts(db: Kysely<Database>, at: number, signal?: AbortSignal): Promise<void> {
  let ids: string[];
  do {
    const over = db
      .selectFrom('try_outs')
      .select('room_id')
      .where('until', '<', at - OVER_MS)
      .limit(AT_ONCE);
    ids = (await over.execute()).map(({ room_id }) => room_id);
    if (ids.length === 0) return;
    const finished = await db
      .selectFrom('scorecards')
      .select('room_id')
      .where('room_id', 'in', ids)
      .execute();
    const kept = new Set(finished.map(({ room_id }) => room_id));
    const gone = ids.filter((id) => !kept.has(id));
    if (gone.length > 0)
      for (const table of OF_ROOMS)
        if (table !== 'try_outs') await db.deleteFrom(table).where('room_id', 'in', gone).execute();
    // Last: while this row is there, a sweep that was interrupted begins again.
    await db.deleteFrom('try_outs').where('room_id', 'in', ids).execute();
  } while (ids.length === AT_ONCE && !signal?.aborted);
}
