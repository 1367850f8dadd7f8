import type { Kysely } from 'kysely';
import type { Pack } from '../protocol/pack';
import { type EarlierPack, upcastPack } from '../room/core/upcast';
import { hashOf } from '../runtime/pack-content';
import type { PackContent, PackContents } from '../runtime/ports';
import { rowJson } from '../runtime/row-json';
import { SharedPacks } from '../runtime/shared-packs';
import type { Database } from '../runtime/tables';

/**
 * Milliseconds. A content that was kept less than FRESH ago is not written again. A content that nothing names is deleted
 * once it was kept longer than UNUSED ago. In between there is time for a new row to name it.
 */
const FRESH = 10 * 60_000;
const UNUSED = 60 * 60_000;
/** Maximum contents that one statement deletes, so that people who write meanwhile do not wait longer. */
const AT_ONCE = 20;

export interface StoredPackContents extends PackContents {
  /** Makes this object the shared one for its content, without storing it. */
  share(pack: Pack): void;
  /** Deletes contents that neither a room nor a kept pack named any more at this time (ms). */
  sweep(at: number, signal?: AbortSignal): Promise<void>;
}

export interface PackContentsInput {
  db: Kysely<Database>;
  /** The current version of the pack reader. */
  reader: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The packs of the record, over either dialect. */
export function createPackContents({ db, reader: today, now }: PackContentsInput): StoredPackContents {
  const shared = new SharedPacks();

  async function load(hash: string): Promise<PackContent | null> {
    const row = await db
      .selectFrom('pack_contents')
      .select(['pack', 'reader'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (!row) return null;
    const stored: EarlierPack = rowJson(row.pack, `the pack ${hash}`);
    return { pack: upcastPack(stored), reader: row.reader };
  }

  async function isFresh(hash: string): Promise<boolean> {
    const row = await db
      .selectFrom('pack_contents')
      .select('used_at')
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row !== undefined && row.used_at > now() - FRESH;
  }

  async function store(hash: string, pack: Pack, reader: number): Promise<void> {
    if (await isFresh(hash)) return;
    await db
      .insertInto('pack_contents')
      .values({ hash, reader, pack: JSON.stringify(pack), used_at: now() })
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet((eb) => ({ used_at: eb.ref('excluded.used_at') })),
      )
      .execute();
  }

  return {
    keep: async (pack, reader = today) => {
      const hash = hashOf(pack);
      await store(hash, pack, reader);
      return { hash, pack: shared.share(hash, { pack, reader }).pack };
    },
    find: (hash) => shared.find(hash, () => load(hash)),
    share: (pack) => void shared.share(hashOf(pack), { pack, reader: today }),
    sweep: (at, signal) => sweep(db, at - UNUSED, signal),
  };
}

async function sweep(db: Kysely<Database>, unusedSince: number, signal?: AbortSignal): Promise<void> {
  const unnamed = db
    .selectFrom('pack_contents')
    .select('pack_contents.hash')
    .where('used_at', '<', unusedSince)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('room_packs').select('room_id').whereRef('room_packs.hash', '=', 'pack_contents.hash'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('packs').select('id').whereRef('packs.content_hash', '=', 'pack_contents.hash'))),
    )
    .limit(AT_ONCE);
  let rows: { hash: string }[];
  do {
    rows = await unnamed.execute();
    const hashes = rows.map(({ hash }) => hash);
    if (hashes.length > 0)
      await db
        .deleteFrom('pack_contents')
        .where('hash', 'in', hashes)
        // It may have been kept again meanwhile.
        .where('used_at', '<', unusedSince)
        .execute();
  } while (rows.length === AT_ONCE && !signal?.aborted);
}
