import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** Milliseconds for which a try-out room stays after it is over, so that nobody has it open any more. */
const OVER_MS = 3_600_000;
/** Maximum rooms that one statement deletes, so that people who write meanwhile do not wait longer. */
const AT_ONCE = 20;

/** What there is of a room, itself last. */
const TABLES = [
  'events',
  'room_packs',
  'room_snapshots',
  'code_updates',
  'code_snapshots',
  'try_outs',
] as const;

/** Deletes try-out rooms and all their data when their day is over. */
export async function sweepTryOuts(db: Kysely<Database>, at: number): Promise<void> {
  let ids: string[];
  do {
    const over = db
      .selectFrom('try_outs')
      .select('room_id')
      .where('until', '<', at - OVER_MS)
      .limit(AT_ONCE);
    ids = (await over.execute()).map(({ room_id }) => room_id);
    if (ids.length === 0) return;
    for (const table of TABLES) await db.deleteFrom(table).where('room_id', 'in', ids).execute();
  } while (ids.length === AT_ONCE);
}
