import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';

interface Index {
  name: string;
  table: keyof Database;
  columns: string[];
}

/**
 * Indexes that came later than the rows of their table. A step of a migration would lock a large table for the minutes that
 * its index takes, so these are made after all steps.
 */
const LATER: readonly Index[] = [
  { name: 'scorecards_by_held_at', table: 'scorecards', columns: ['held_at'] },
  { name: 'kept_scorecards_by_owner_id_held_at', table: 'kept_scorecards', columns: ['owner_id', 'held_at'] },
];

/** Makes those that are missing. `beside` others, who go on writing into these tables meanwhile. */
export async function makeIndexes(db: Kysely<Database>, { beside }: { beside: boolean }): Promise<void> {
  for (const index of LATER)
    if (beside) await makeBeside(db, index);
    else await made(db, index).execute();
}

const made = (db: Kysely<Database>, { name, table, columns }: Index) =>
  db.schema.createIndex(name).ifNotExists().on(table).columns(columns);

/** PostgreSQL: unique_violation, duplicate_table, deadlock_detected. Another process makes it, too. */
const RACED: ReadonlySet<unknown> = new Set(['23505', '42P07', '40P01']);
const PAUSE_MS = 200;

async function makeBeside(db: Kysely<Database>, index: Index): Promise<void> {
  for (;;) {
    const found = await stateOf(db, index.name);
    if (found === 'there') return;
    try {
      // It waits for everybody who uses the table now, and meanwhile nobody waits for it.
      if (found === 'broken') await sql`drop index concurrently if exists ${sql.id(index.name)}`.execute(db);
      const columns = sql.join(index.columns.map((column) => sql.ref(column)));
      await sql`
        create index concurrently if not exists ${sql.id(index.name)} on ${sql.table(index.table)} (${columns})
      `.execute(db);
      return;
    } catch (error) {
      if (!RACED.has(Reflect.get(Object(error), 'code'))) throw error;
      await delay(PAUSE_MS);
    }
  }
}

/** `broken`: whoever made it was interrupted, and PostgreSQL keeps it without using it. */
async function stateOf(db: Kysely<Database>, name: string): Promise<'missing' | 'there' | 'broken'> {
  const { rows } = await sql<{ works: boolean }>`
    select indisvalid or exists (
      select 1 from pg_stat_progress_create_index progress where progress.index_relid = pg_index.indexrelid
    ) as works
    from pg_index join pg_class on pg_class.oid = indexrelid
    where relname = ${name} and relnamespace = current_schema()::regnamespace
  `.execute(db);
  const [found] = rows;
  if (!found) return 'missing';
  return found.works ? 'there' : 'broken';
}
