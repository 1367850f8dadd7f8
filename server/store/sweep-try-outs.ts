import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** Milliseconds that a room to try things out in stays after it is over: by then nobody has it open. */
const OVER_MS = 3_600_000;
/** Rooms that one statement takes away: people who write meanwhile wait for no more than that. */
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

/** Takes rooms to try things out in away when their day is over, with all that happened in them. */
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
