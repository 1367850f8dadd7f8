import type { Transaction } from 'kysely';
import type { KeptPack, PackVersion } from '../protocol/pack-library';
import type { Database } from '../runtime/tables';
import { calledAs, type Db, rowsOf, sourceOf, toKept, versionsOf } from './kept-packs';
import { add, type NewPack, type NewVersion, OWN_ID, save } from './pack-writer';
import { hasPlace, inTurn, undoneSince } from './shelf-space';

/** People's own packs in the record. `owners` are all ids of one person; nobody else's pack is ever found. */
export interface Shelf {
  list(owners: string[]): Promise<KeptPack[]>;
  find(owners: string[], id: string): Promise<KeptPack | null>;
  /** The pack with this title, or with this id from its author. */
  called(owners: string[], as: Parameters<typeof calledAs>[2]): Promise<KeptPack | null>;
  /** The Markdown of one version, or of the newest. */
  source(owners: string[], id: string, no?: number): ReturnType<typeof sourceOf>;
  /** Newest first. */
  versions(owners: string[], id: string): Promise<PackVersion[]>;
  /** Null when this person keeps too many already. */
  add(owners: string[], made: NewPack): Promise<KeptPack | null>;
  /** Saves a new version after the one that was seen. */
  save(
    owners: string[],
    id: string,
    seen: number,
    made: NewVersion,
  ): Promise<KeptPack | 'gone' | 'changed' | 'full'>;
  /** Stores the reference to what was read from a version, while that is the newest. */
  holds(id: string, no: number, contentHash: string): Promise<void>;
  /** False when there was none. */
  remove(owners: string[], id: string): Promise<boolean>;
  /** Undoes a removal of the last day. */
  putBack(owners: string[], id: string): Promise<'back' | 'gone' | 'full'>;
}

export function createShelf(db: Db, now: () => number): Shelf {
  return {
    list: async (owners) =>
      (await rowsOf(db, owners, now()).where('packs.until', 'is', null).execute()).map(toKept),
    find: async (owners, id) => {
      const row = await rowsOf(db, owners, now()).where('packs.id', '=', ownId(id)).executeTakeFirst();
      return row ? toKept(row) : null;
    },
    called: (owners, as) => calledAs(db, owners, as, now()),
    source: (owners, id, no) =>
      sourceOf(db, owners, ownId(id), no === undefined ? null : versionNo(no), now()),
    versions: (owners, id) => versionsOf(db, owners, ownId(id), now()),
    add: (owners, made) => db.transaction().execute((trx) => add(trx, owners, made, now())),
    save: (owners, id, seen, made) =>
      db
        .transaction()
        .execute((trx) => save(trx, owners, { id: ownId(id), seen: versionNo(seen) }, made, now())),
    holds: async (id, no, contentHash) => {
      await db
        .updateTable('packs')
        .set({ content_hash: contentHash })
        .where('id', '=', id)
        .where('head_no', '=', no)
        .execute();
    },
    remove: async (owners, id) => {
      const { numUpdatedRows } = await db
        .updateTable('packs')
        // A second removal does not restart the day.
        .set((eb) => ({ deleted_at: eb.fn.coalesce('deleted_at', eb.val(now())) }))
        .where('id', '=', ownId(id))
        .where('owner_id', 'in', owners)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    putBack: (owners, id) => db.transaction().execute((trx) => putBack(trx, owners, ownId(id), now())),
  };
}

/** An empty id, which no pack has, for text that PostgreSQL does not accept: anybody can type an address. */
function ownId(id: string): string {
  return OWN_ID.test(id) ? id : '';
}

/** 0, which no version has, for a number that PostgreSQL does not accept as an integer. */
function versionNo(no: number): number {
  return no > 0 && no < 2 ** 31 - 1 ? no : 0;
}

async function putBack(
  trx: Transaction<Database>,
  owners: string[],
  id: string,
  now: number,
): Promise<'back' | 'gone' | 'full'> {
  await inTurn(trx, owners);
  const row = await trx
    .selectFrom('packs')
    .select(['deleted_at', 'until'])
    .where('id', '=', id)
    .where('owner_id', 'in', owners)
    .executeTakeFirst();
  if (!row || (row.deleted_at !== null && row.deleted_at <= undoneSince(now))) return 'gone';
  if (row.deleted_at === null) return 'back';
  if (row.until === null && !(await hasPlace(trx, owners))) return 'full';
  const { numUpdatedRows } = await trx
    .updateTable('packs')
    .set({ deleted_at: null })
    .where('id', '=', id)
    .executeTakeFirst();
  // A process whose clock is ahead may have deleted it in the meantime.
  return numUpdatedRows > 0n ? 'back' : 'gone';
}
