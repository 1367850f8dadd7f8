import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Pack } from '../protocol/pack';
import { type KeptPack, LIBRARY_LIMITS, type PackSummary, type PackVersion } from '../protocol/pack-library';
import type { Database } from '../runtime/tables';
import { summaryOf } from './summary';

export type Db = Kysely<Database>;

const HOUR_MS = 3_600_000;

/** A version as it is written: its Markdown, and the pack that was read from it. */
export interface NewVersion {
  source: string;
  pack: Pack;
}

export interface NewPack extends NewVersion {
  ownerId: string;
  familyId: string;
  /** Goes by itself when nobody has used it for a day. */
  once: boolean;
}

/** Packs of people's own in the record. `owners` are all ids of one person; nobody else's pack is ever found. */
export interface Shelf {
  list(owners: string[]): Promise<KeptPack[]>;
  find(owners: string[], id: string): Promise<KeptPack | null>;
  /** The Markdown of one version, or of the newest. */
  source(
    owners: string[],
    id: string,
    no?: number,
  ): Promise<{ title: string; source: string; familyId: string } | null>;
  /** Newest first. */
  versions(owners: string[], id: string): Promise<PackVersion[]>;
  /** Null when this person keeps too many already. */
  add(owners: string[], made: NewPack): Promise<KeptPack | null>;
  /** A new version after the one that was seen. */
  save(
    owners: string[],
    id: string,
    seen: number,
    made: NewVersion,
  ): Promise<KeptPack | 'gone' | 'changed' | 'full'>;
  setDeleted(owners: string[], id: string, deleted: boolean): Promise<boolean>;
}

export function createShelf(db: Db, now: () => number): Shelf {
  return {
    list: async (owners) =>
      (await rowsOf(db, owners, now()).where('packs.until', 'is', null).execute()).map(toKept),
    find: async (owners, id) => {
      const row = await rowsOf(db, owners, now()).where('packs.id', '=', id).executeTakeFirst();
      return row ? toKept(row) : null;
    },
    source: (owners, id, no) => sourceOf(db, owners, id, no ?? null, now()),
    versions: (owners, id) => versionsOf(db, owners, id, now()),
    add: (owners, made) => db.transaction().execute((trx) => add(trx, owners, made, now())),
    save: (owners, id, seen, made) =>
      db.transaction().execute((trx) => save(trx, owners, { id, seen }, made, now())),
    setDeleted: async (owners, id, deleted) => {
      const before = db
        .updateTable('packs')
        .set({ deleted_at: deleted ? now() : null })
        .where('id', '=', id)
        .where('owner_id', 'in', owners);
      const { numUpdatedRows } = await before.executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** One row a pack with its newest version, by title; deleted ones and those whose day is over are not there. */
function rowsOf(db: Db | Transaction<Database>, owners: string[], now: number) {
  return db
    .selectFrom('packs')
    .innerJoin('pack_versions', (join) =>
      join.onRef('pack_versions.pack_id', '=', 'packs.id').onRef('pack_versions.no', '=', 'packs.head_no'),
    )
    .select(['packs.id', 'packs.family_id', 'packs.head_no', 'packs.updated_at', 'packs.until'])
    .select('pack_versions.summary')
    .where('packs.owner_id', 'in', owners)
    .where('packs.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('packs.until', 'is', null), eb('packs.until', '>', now)]))
    .orderBy('packs.updated_at', 'desc')
    .orderBy('packs.id');
}

interface Row {
  id: string;
  family_id: string;
  head_no: number;
  updated_at: number;
  until: number | null;
  summary: string;
}

function toKept({
  id,
  head_no: no,
  updated_at: updatedAt,
  until,
  summary,
}: Omit<Row, 'family_id'>): KeptPack {
  return { ...summaryIn(summary), id, no, updatedAt, until };
}

/** It was written below, by this program. */
function summaryIn(text: string): PackSummary {
  return JSON.parse(text);
}

async function sourceOf(db: Db, owners: string[], id: string, no: number | null, now: number) {
  const kept = await rowsOf(db, owners, now).where('packs.id', '=', id).executeTakeFirst();
  if (!kept) return null;
  const row = await db
    .selectFrom('pack_versions')
    .select(['source', 'summary'])
    .where('pack_id', '=', id)
    .where('no', '=', no ?? kept.head_no)
    .executeTakeFirst();
  return row ? { source: row.source, title: summaryIn(row.summary).title, familyId: kept.family_id } : null;
}

async function versionsOf(db: Db, owners: string[], id: string, now: number): Promise<PackVersion[]> {
  const kept = await rowsOf(db, owners, now).where('packs.id', '=', id).executeTakeFirst();
  if (!kept) return [];
  const rows = await db
    .selectFrom('pack_versions')
    .select(['no', 'summary', 'created_at'])
    .where('pack_id', '=', id)
    .orderBy('no', 'desc')
    .execute();
  return rows.map(({ no, summary, created_at: createdAt }) => {
    const { title, questions, exercises } = summaryIn(summary);
    return { no, title, questions, exercises, createdAt };
  });
}

async function add(trx: Transaction<Database>, owners: string[], made: NewPack, now: number) {
  await sweep(trx, owners, now);
  if (made.once) await makeRoomForOnce(trx, owners);
  else if ((await keptCount(trx, owners)) >= LIBRARY_LIMITS.packs) return null;
  if (!(await fits(trx, owners, made.source))) return null;
  // A slug, as every pack's id: history and what was heard are told apart by it.
  const id = `own-${randomBytes(8).toString('hex')}`;
  const row = {
    id,
    owner_id: made.ownerId,
    title: made.pack.title,
    head_no: 1,
    family_id: made.familyId,
    until: made.once ? now + LIBRARY_LIMITS.onceHours * HOUR_MS : null,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  };
  await trx.insertInto('packs').values(row).execute();
  const summary = await addVersion(trx, id, 1, made, now);
  return toKept({ ...row, summary });
}

async function save(
  trx: Transaction<Database>,
  owners: string[],
  { id, seen }: { id: string; seen: number },
  made: NewVersion,
  now: number,
): Promise<KeptPack | 'gone' | 'changed' | 'full'> {
  const row = await rowsOf(trx, owners, now).where('packs.id', '=', id).executeTakeFirst();
  if (!row) return 'gone';
  if (!(await fits(trx, owners, made.source))) return 'full';
  // Of two who save at once the number lets one through.
  const { numUpdatedRows } = await trx
    .updateTable('packs')
    .set({ head_no: seen + 1, title: made.pack.title, updated_at: now })
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
  { source, pack }: NewVersion,
  now: number,
): Promise<string> {
  const summary = JSON.stringify({ ...summaryOf(pack), id });
  await trx
    .insertInto('pack_versions')
    .values({
      pack_id: id,
      no,
      version: createHash('sha256').update(source).digest('hex'),
      source,
      bytes: Buffer.byteLength(source),
      summary,
      created_at: now,
    })
    .execute();
  return summary;
}

async function keptCount(trx: Transaction<Database>, owners: string[]): Promise<number> {
  const row = await trx
    .selectFrom('packs')
    .select((eb) => eb.fn.countAll<number | string | bigint>().as('count'))
    .where('owner_id', 'in', owners)
    .where('deleted_at', 'is', null)
    .where('until', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Whether one more source stays within what a person may keep; deleted packs count until they are gone. */
async function fits(trx: Transaction<Database>, owners: string[], source: string): Promise<boolean> {
  const row = await trx
    .selectFrom('pack_versions')
    .innerJoin('packs', 'packs.id', 'pack_versions.pack_id')
    .select((eb) => eb.fn.sum<number | string | bigint | null>('pack_versions.bytes').as('bytes'))
    .where('packs.owner_id', 'in', owners)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0) + Buffer.byteLength(source) <= LIBRARY_LIMITS.bytes;
}

/** The oldest packs for one room make place for the next. */
async function makeRoomForOnce(trx: Transaction<Database>, owners: string[]): Promise<void> {
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

/** Takes away what this person deleted longer ago than it can be had back, and what waited its day. */
async function sweep(trx: Transaction<Database>, owners: string[], now: number): Promise<void> {
  const rows = await trx
    .selectFrom('packs')
    .select('id')
    .where('owner_id', 'in', owners)
    .where((eb) =>
      eb.or([eb('until', '<=', now), eb('deleted_at', '<=', now - LIBRARY_LIMITS.undoHours * HOUR_MS)]),
    )
    .execute();
  await drop(trx, rows);
}

async function drop(trx: Transaction<Database>, rows: { id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await trx.deleteFrom('pack_versions').where('pack_id', 'in', ids).execute();
  await trx.deleteFrom('packs').where('id', 'in', ids).execute();
}
