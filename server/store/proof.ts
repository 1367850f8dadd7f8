import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/**
 * Does everything that an append does, for a room that does not exist, and deletes it in the same transaction. Throws if
 * the record is read-only, locked, full or missing, none of which a read would notice.
 */
export async function proveWritable(db: Kysely<Database>): Promise<void> {
  const room_id = `proof/${randomUUID()}`;
  await db.transaction().execute(async (trx) => {
    const row = { room_id, seq: 1, command_id: 'proof', idx: 0, type: 'Proof', data: '{}', at: 0, by: null };
    await trx.insertInto('events').values(row).execute();
    await trx.deleteFrom('events').where('room_id', '=', room_id).execute();
  });
}
