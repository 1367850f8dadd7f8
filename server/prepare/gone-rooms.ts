import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** Those of these rooms that the record no longer has, for instance a practice whose day is over without a rating. */
export async function goneRooms(db: Kysely<Database>, roomIds: readonly string[]): Promise<string[]> {
  if (roomIds.length === 0) return [];
  const rows = await db
    .selectFrom('events')
    .select('room_id')
    .distinct()
    .where('room_id', 'in', roomIds)
    .execute();
  const here = new Set(rows.map(({ room_id }) => room_id));
  return roomIds.filter((roomId) => !here.has(roomId));
}
