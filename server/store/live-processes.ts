import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';

/** How often (ms) a process writes that it is alive. */
const BEAT_MS = 2_000;
/** After this long (ms) without a word, by the record's clock, a process is gone. */
const GONE_MS = 10_000;
/** After this long (ms) the next process that starts deletes its row. */
const FORGOTTEN_MS = 600_000;
/** What was read longer ago than this (ms) says nothing about now. */
const STALE_MS = 6_000;

export interface LiveProcesses {
  /** The other processes that serve people now; null while the record does not say. */
  others(): ReadonlySet<string> | null;
  /** Milliseconds since 1970 by the record's clock, the same for all processes, as it was read last. */
  now(): number;
  /** From now on this process has a row, with the number of rooms that somebody is connected to here. */
  serves(rooms: () => number): void;
  close(): Promise<void>;
}

/**
 * Which processes serve people of a record in PostgreSQL. Each touches a row of its own, so that one that only the bus has
 * lost is not taken for one that is gone. A process that does not serve yet has no row, and one to which nobody is connected
 * is not counted, so that one that crashes again and again leaves nobody behind. Times are the record's: processes' clocks may
 * differ. It resolves once the record was asked.
 */
export async function keepAlive(
  db: Kysely<Database>,
  id: string,
  failed: (error: unknown) => void,
): Promise<LiveProcesses> {
  let known: { ids: ReadonlySet<string>; at: number } | null = null;
  /** The record's time less this process's, which nobody can set. */
  let offset = Date.now() - performance.now();
  let beating: Promise<void> | null = null;
  let rooms: (() => number) | null = null;
  const beat = async (): Promise<void> => {
    const asked = performance.now();
    try {
      const at = rooms ? await touch(db, id, rooms()) : await timeOf(db);
      // It was read some time between the question and the answer.
      offset = at - (asked + performance.now()) / 2;
      known = { ids: await othersSince(db, id, at), at: asked };
    } catch (error) {
      failed(error);
    }
    beating = null;
  };
  const next = () => {
    beating ??= beat();
  };
  await beat();
  await forgetKilled(db).catch(failed);
  const timer = setInterval(next, BEAT_MS);
  return {
    others: () => (known && performance.now() - known.at < STALE_MS ? known.ids : null),
    now: () => Math.round(offset + performance.now()),
    serves: (served) => {
      rooms = served;
      next();
    },
    close: async () => {
      clearInterval(timer);
      await beating;
      if (rooms) await forget(db, id).catch(failed);
    },
  };
}

const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** The record's time. */
async function timeOf(db: Kysely<Database>): Promise<number> {
  const { now } = await db.selectNoFrom(NOW.as('now')).executeTakeFirstOrThrow();
  return now;
}

/** Touches this process's row and returns the record's time. */
async function touch(db: Kysely<Database>, id: string, rooms: number): Promise<number> {
  const row = await db
    .insertInto('processes')
    .values({ id, seen_at: NOW, rooms })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: NOW, rooms }))
    .returning('seen_at')
    .executeTakeFirstOrThrow();
  return row.seen_at;
}

async function othersSince(db: Kysely<Database>, id: string, at: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('processes')
    .select('id')
    .where('id', '!=', id)
    .where('seen_at', '>=', at - GONE_MS)
    .where('rooms', '>', 0)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Rows of processes that were killed. */
async function forgetKilled(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('processes').where('seen_at', '<', sql<number>`${NOW} - ${FORGOTTEN_MS}`).execute();
}

/** A process that stops is gone at once. */
async function forget(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}
