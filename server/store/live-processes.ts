import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';

/** How often (ms) a process writes that it is alive. */
const BEAT_MS = 2_000;
/** After this long (ms) without a word, by the record's clock, a process is gone. */
const GONE_MS = 10_000;
/** What was read longer ago than this (ms) says nothing about now. */
const STALE_MS = 6_000;

export interface LiveProcesses {
  /** The other processes that serve the record now; null while the record does not say. */
  others(): ReadonlySet<string> | null;
  close(): Promise<void>;
}

/**
 * Which processes serve a record in PostgreSQL. Each touches a row of its own, so that one that only the bus has lost is not
 * taken for one that is gone. Times are the record's: processes' clocks may differ.
 */
export function keepAlive(db: Kysely<Database>, id: string, failed: (error: unknown) => void): LiveProcesses {
  let known: { ids: ReadonlySet<string>; at: number } | null = null;
  let beating: Promise<void> | null = null;
  const beat = async (): Promise<void> => {
    const asked = performance.now();
    try {
      known = { ids: await touch(db, id), at: asked };
    } catch (error) {
      failed(error);
    }
    beating = null;
  };
  const next = () => {
    beating ??= beat();
  };
  next();
  const timer = setInterval(next, BEAT_MS);
  return {
    others: () => (known && performance.now() - known.at < STALE_MS ? known.ids : null),
    close: async () => {
      clearInterval(timer);
      await beating;
      await forget(db, id).catch(failed);
    },
  };
}

const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

async function touch(db: Kysely<Database>, id: string): Promise<Set<string>> {
  await db
    .insertInto('processes')
    .values({ id, seen_at: NOW })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: NOW }))
    .execute();
  const rows = await db
    .selectFrom('processes')
    .select(['id', sql<number>`${NOW} - seen_at`.as('silent_ms')])
    .execute();
  const gone = rows.filter(({ silent_ms }) => silent_ms > GONE_MS * 10).map((row) => row.id);
  if (gone.length > 0) await db.deleteFrom('processes').where('id', 'in', gone).execute();
  return new Set(rows.filter((row) => row.id !== id && row.silent_ms <= GONE_MS).map((row) => row.id));
}

/** A process that stops is gone at once. */
async function forget(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}
