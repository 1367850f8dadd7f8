import { todaysScorecard } from '../protocol/earlier-scorecards';
import { KEPT_ID } from '../protocol/places';
import type { Scorecard } from '../protocol/scorecard';
import { type FileEntry, fileEntry, type Signature } from '../protocol/scorecard-file';
import type { KeptPage } from '../protocol/taking-away';
import type { Db } from './history';
import { deleteKeptRows } from './kept-rows';

export interface Kept {
  /** As it was signed. */
  entry: FileEntry;
  /** As it is shown. */
  card: Scorecard;
  signature: Signature;
  keptAt: number;
}

/**
 * Newest round first, `size` at a time, from the cursor of the previous page. It does not read the scorecards
 * themselves.
 */
export async function keptBy(
  db: Db,
  ids: readonly string[],
  cursor: string | null,
  size: number,
): Promise<KeptPage> {
  const after = readKeptCursor(cursor);
  let rest = db
    .selectFrom('kept_scorecards')
    .select(['id', 'issuer', 'signature', 'title', 'candidate_name', 'pack_title', 'held_at', 'kept_at'])
    .where('owner_id', 'in', [...ids]);
  if (after)
    rest = rest.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('held_at', 'id'), '<', tuple(after.heldAt, after.id)),
    );
  const rows = await rest
    .orderBy('held_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  const entries = rows.slice(0, size).map((row) => ({
    keptId: row.id,
    issuer: row.issuer,
    signature: row.signature,
    title: row.title,
    candidateName: row.candidate_name,
    packTitle: row.pack_title,
    heldAt: row.held_at,
    keptAt: row.kept_at,
  }));
  const last = entries.at(-1);
  return { entries, next: rows.length > size && last ? `${last.heldAt}.${last.keptId}` : null };
}

function readKeptCursor(text: string | null): { heldAt: number; id: string } | null {
  const [, at, id] = /^(\d{1,16})\.(.+)$/.exec(text ?? '') ?? [];
  return at && id && KEPT_ID.test(id) ? { heldAt: Number(at), id } : null;
}

/**
 * Null if it does not exist, and also if it is somebody else's. `unreadable` if it has values that no page can show, as
 * earlier versions accepted them.
 */
export async function keptOne(
  db: Db,
  ids: readonly string[],
  keptId: string,
): Promise<Kept | 'unreadable' | null> {
  const row = await db
    .selectFrom('kept_scorecards')
    .selectAll()
    .where('id', '=', keptId)
    .where('owner_id', 'in', [...ids])
    .executeTakeFirst();
  if (!row) return null;
  const entry: FileEntry = JSON.parse(row.entry);
  if (!fileEntry.safeParse(entry).success) return 'unreadable';
  return { entry, card: todaysScorecard(entry.scorecard), signature: row.signature, keptAt: row.kept_at };
}

/** The same, without those that nobody can show. */
export async function readableOne(db: Db, ids: readonly string[], keptId: string): Promise<Kept | null> {
  const kept = await keptOne(db, ids, keptId);
  return kept === 'unreadable' ? null : kept;
}

export async function forgetKept(db: Db, ids: readonly string[], keptId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('kept_scorecards')
      .where('id', '=', keptId)
      .where('owner_id', 'in', [...ids])
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await deleteKeptRows(trx, [keptId]);
    return true;
  });
}
