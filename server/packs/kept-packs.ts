import type { Kysely, Transaction } from 'kysely';
import type { KeptPack, PackSummary, PackVersion } from '../protocol/pack-library';
import type { Database } from '../runtime/tables';
import type { KnownIds } from './carried-ids';

export type Db = Kysely<Database>;

/** One row per pack with its newest version, by title, without deleted packs and those whose day is over. */
export function rowsOf(db: Db | Transaction<Database>, owners: string[], now: number) {
  return db
    .selectFrom('packs')
    .innerJoin('pack_versions', (join) =>
      join.onRef('pack_versions.pack_id', '=', 'packs.id').onRef('pack_versions.no', '=', 'packs.head_no'),
    )
    .select(['packs.id', 'packs.family_id', 'packs.head_no', 'packs.updated_at', 'packs.until'])
    .select(['packs.copy_of', 'packs.copy_no', 'packs.content_hash'])
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
  copy_of: string | null;
  copy_no: number | null;
  summary: string;
}

export function toKept({
  id,
  head_no: no,
  updated_at: updatedAt,
  until,
  copy_of: of,
  copy_no: copyNo,
  summary,
}: Omit<Row, 'family_id'>): KeptPack {
  const copy = of === null || copyNo === null ? null : { of, no: copyNo };
  const { title, groups, questions, exercises } = summaryIn(summary);
  return { id, title, groups, questions, exercises, no, updatedAt, copy, until };
}

/** This program wrote it: see `pack-writer.ts`. */
function summaryIn(text: string): PackSummary & {
  /** Missing in versions kept before this program wrote it. */
  slug?: string;
} {
  return JSON.parse(text);
}

/** Their pack with this name: by its title, or else by its author's id. Of several, the last one changed. */
export async function calledAs(
  db: Db,
  owners: string[],
  { title, slug }: { title: string | null; slug: string | null },
  now: number,
): Promise<KeptPack | null> {
  const rows = await rowsOf(db, owners, now).where('packs.until', 'is', null).execute();
  const sameTitle = rows.find(({ summary }) => summaryIn(summary).title === title);
  const same = sameTitle ?? rows.find(({ summary }) => slug !== null && summaryIn(summary).slug === slug);
  return same ? toKept(same) : null;
}

/** One version of a kept pack as it was saved. */
export interface KeptSource {
  no: number;
  source: string;
  title: string;
  familyId: string;
  /** The pack's id as its author wrote it. */
  slug: string;
  ids: KnownIds | null;
  /** What was read from it; null if that is not kept. */
  contentHash: string | null;
}

/** `no` is null for the newest version. */
export async function sourceOf(
  db: Db,
  owners: string[],
  id: string,
  no: number | null,
  now: number,
): Promise<KeptSource | null> {
  const kept = await rowsOf(db, owners, now).where('packs.id', '=', id).executeTakeFirst();
  if (!kept) return null;
  const row = await db
    .selectFrom('pack_versions')
    .select(['no', 'source', 'summary', 'ids'])
    .where('pack_id', '=', id)
    .where('no', '=', no ?? kept.head_no)
    .executeTakeFirst();
  if (!row) return null;
  const { title, slug = id } = summaryIn(row.summary);
  return {
    no: row.no,
    source: row.source,
    title,
    familyId: kept.family_id,
    slug,
    ids: row.ids && JSON.parse(row.ids),
    contentHash: row.no === kept.head_no ? kept.content_hash : null,
  };
}

export async function versionsOf(db: Db, owners: string[], id: string, now: number): Promise<PackVersion[]> {
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
