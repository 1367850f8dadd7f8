import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** The room that an invite token's hash belongs to; null for a hash that was never issued. */
export async function roomOfInvite(db: Kysely<Database>, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('invite_index')
    .select('room_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.room_id ?? null;
}
