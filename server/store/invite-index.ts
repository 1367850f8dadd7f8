import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** The room of an invite token's hash; null for an unknown hash. */
export async function roomOfInvite(db: Kysely<Database>, tokenHash: string): Promise<string | null> {
  const row = await db
    .selectFrom('invite_index')
    .select('room_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.room_id ?? null;
}
