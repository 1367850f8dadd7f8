import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { LIBRARY_LIMITS } from '../protocol/pack-library';
import type { Database } from '../runtime/tables';

/** A pack deleted after this moment (ms) can be put back. */
export function undoneSince(now: number): number {
  return now - LIBRARY_LIMITS.undoHours * 3_600_000;
}

/**
 * Handles one person's simultaneous requests one after the other, so that each is checked against what the previous one
 * kept. It locks the person's own row, because a person without packs has no other row.
 */
export async function inTurn(trx: Transaction<Database>, [owner = '']: string[]): Promise<void> {
  await trx
    .updateTable('principals')
    .set((eb) => ({ epoch: eb.ref('epoch') }))
    .where('id', '=', owner)
    .execute();
}

/** Whether this person may keep one more pack. */
export async function hasPlace(trx: Transaction<Database>, owners: string[]): Promise<boolean> {
  const row = await trx
    .selectFrom('packs')
    .select((eb) => eb.fn.countAll<number | string | bigint>().as('count'))
    .where('owner_id', 'in', owners)
    .where('deleted_at', 'is', null)
    .where('until', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0) < LIBRARY_LIMITS.packs;
}

/** Whether this many bytes more stay within a person's allowance. Deleted packs count while they can be put back. */
export async function fits(
  trx: Transaction<Database>,
  owners: string[],
  more: number,
  now: number,
): Promise<boolean> {
  const row = await trx
    .selectFrom('pack_versions')
    .innerJoin('packs', 'packs.id', 'pack_versions.pack_id')
    .select((eb) => eb.fn.sum<number | string | bigint | null>('pack_versions.bytes').as('bytes'))
    .where('packs.owner_id', 'in', owners)
    .where((eb) => eb.or([eb('packs.until', 'is', null), eb('packs.until', '>', now)]))
    .where((eb) => eb.or([eb('packs.deleted_at', 'is', null), eb('packs.deleted_at', '>', undoneSince(now))]))
    .executeTakeFirst();
  return Number(row?.bytes ?? 0) + more <= LIBRARY_LIMITS.bytes;
}

/** The oldest packs for one room make room for the next. */
export async function makeRoomForOnce(trx: Transaction<Database>, owners: string[]): Promise<void> {
  const rows = await trx
    .selectFrom('packs')
    .select('id')
    .where('owner_id', 'in', owners)
    .where('until', 'is not', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  await drop(trx, rows.slice(LIBRARY_LIMITS.once - 1));
}

/** The most packs that one transaction deletes: people who write in the meantime wait no longer than that. */
const AT_ONCE = 50;

/**
 * Deletes for good, for all owners, packs that can no longer be put back and packs whose day is over. Several processes
 * may do so at once: each row is checked again when it is deleted.
 */
export async function sweep(db: Kysely<Database>, now: number, signal?: AbortSignal): Promise<void> {
  const isOver = (eb: ExpressionBuilder<Database, 'packs'>) =>
    eb.or([eb('until', '<=', now), eb('deleted_at', '<=', undoneSince(now))]);
  let over: { id: string }[];
  do {
    over = await db.selectFrom('packs').select('id').where(isOver).limit(AT_ONCE).execute();
    const ids = over.map(({ id }) => id);
    if (ids.length > 0)
      await db.transaction().execute(async (trx) => {
        const taken = trx.deleteFrom('packs').where('id', 'in', ids).where(isOver).returning('id');
        await dropVersions(trx, await taken.execute());
      });
  } while (over.length === AT_ONCE && !signal?.aborted);
}

async function drop(trx: Transaction<Database>, rows: { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await trx.deleteFrom('packs').where('id', 'in', ids).execute();
  await dropVersions(trx, rows);
}

async function dropVersions(trx: Transaction<Database>, rows: { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await trx.deleteFrom('pack_versions').where('pack_id', 'in', ids).execute();
  await trx.deleteFrom('pack_links').where('pack_id', 'in', ids).execute();
}
