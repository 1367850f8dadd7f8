import type { Db } from './shelf';

/** Ids of what any of these ids of a person heard before, asked from any of the packs. */
export async function heardItems(db: Db, principalIds: string[], packIds: string[]): Promise<Set<string>> {
  if (principalIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('heard')
    .select('item_id')
    .distinct()
    .where('principal_id', 'in', principalIds)
    .where('pack_id', 'in', packIds)
    .execute();
  return new Set(rows.map((row) => row.item_id));
}
