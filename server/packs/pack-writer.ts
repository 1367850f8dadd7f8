import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Pack } from '../protocol/pack';
import { type KeptPack, LIBRARY_LIMITS } from '../protocol/pack-library';
import type { Database } from '../runtime/tables';
import type { KnownIds } from './carried-ids';
import { rowsOf, toKept } from './kept-packs';
import { fits, hasPlace, inTurn, makeRoomForOnce } from './shelf-space';
import { summaryOf } from './summary';

const HOUR_MS = 3_600_000;

/** A slug, like every pack's id: it tells apart the history of packs and what was heard. */
export const OWN_ID = /^own-[0-9a-f]{16}$/;

/** A version to be written: its Markdown, and the pack read from it. */
export interface NewVersion {
  source: string;
  pack: Pack;
  /** The version of the reader that read it. */
  reader: number;
  /** The pack's id as its author wrote it: see `calledAs`. */
  slug: string;
  /** Null while its headings define them: in a first version. */
  ids: KnownIds | null;
}

export interface NewPack extends NewVersion {
  ownerId: string;
  familyId: string;
  /** For one room: unlisted, and deleted automatically after a day. */
  once?: boolean;
  /** Made from another pack, with the same Markdown. */
  copy?: boolean;
}

/** The bytes (UTF-8) that a version uses of a person's allowance. */
function bytesOf({ source, ids }: NewVersion): number {
  return Buffer.byteLength(source) + (ids ? Buffer.byteLength(JSON.stringify(ids)) : 0);
}

/** A new pack; null when this person keeps too many already. */
export async function add(
  trx: Transaction<Database>,
  owners: string[],
  made: NewPack,
  now: number,
): Promise<KeptPack | null> {
  await inTurn(trx, owners);
  if (made.once) await makeRoomForOnce(trx, owners);
  else if (!(await hasPlace(trx, owners))) return null;
  if (!(await fits(trx, owners, bytesOf(made), now))) return null;
  const id = `own-${randomBytes(8).toString('hex')}`;
  const { title } = made.pack;
  const row = {
    id,
    owner_id: made.ownerId,
    title,
    head_no: 1,
    content_hash: null,
    family_id: made.familyId,
    copy_of: made.copy ? title : null,
    copy_no: made.copy ? (await copiesOf(trx, owners, title)) + 1 : null,
    until: made.once ? now + LIBRARY_LIMITS.onceHours * HOUR_MS : null,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  };
  await trx.insertInto('packs').values(row).execute();
  const summary = await addVersion(trx, id, 1, made, now);
  return toKept({ ...row, summary });
}

/** The highest number among this person's copies of packs with this title. */
async function copiesOf(trx: Transaction<Database>, owners: string[], title: string): Promise<number> {
  const row = await trx
    .selectFrom('packs')
    .select((eb) => eb.fn.max('copy_no').as('highest'))
    .where('owner_id', 'in', owners)
    .where('copy_of', '=', title)
    .executeTakeFirst();
  return row?.highest ?? 0;
}

/** A version after the one that was seen. */
export async function save(
  trx: Transaction<Database>,
  owners: string[],
  { id, seen }: { id: string; seen: number },
  made: NewVersion,
  now: number,
): Promise<KeptPack | 'gone' | 'changed' | 'full'> {
  await inTurn(trx, owners);
  const row = await rowsOf(trx, owners, now).where('packs.id', '=', id).executeTakeFirst();
  if (!row) return 'gone';
  if (!(await fits(trx, owners, bytesOf(made), now))) return 'full';
  // If two people save at once, the number lets only one through.
  const { numUpdatedRows } = await trx
    .updateTable('packs')
    .set({ head_no: seen + 1, content_hash: null, title: made.pack.title, updated_at: now })
    .where('id', '=', id)
    .where('head_no', '=', seen)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return 'changed';
  const summary = await addVersion(trx, id, seen + 1, made, now);
  await trx
    .deleteFrom('pack_versions')
    .where('pack_id', '=', id)
    .where('no', '<=', seen + 1 - LIBRARY_LIMITS.versions)
    .execute();
  return toKept({ ...row, head_no: seen + 1, updated_at: now, summary });
}

async function addVersion(
  trx: Transaction<Database>,
  id: string,
  no: number,
  made: NewVersion,
  now: number,
): Promise<string> {
  const { source, pack, slug, ids } = made;
  const summary = JSON.stringify({ ...summaryOf(pack), id, slug });
  await trx
    .insertInto('pack_versions')
    .values({
      pack_id: id,
      no,
      version: createHash('sha256').update(source).digest('hex'),
      source,
      bytes: bytesOf(made),
      summary,
      ids: ids && JSON.stringify(ids),
      created_at: now,
    })
    .execute();
  return summary;
}
