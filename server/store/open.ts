import type { Kysely } from 'kysely';
import type { EventRecord } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { createEventRecord } from './event-record';
import { checkTables } from './expected-tables';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

export type OpenedRecord =
  | { ok: true; db: Kysely<Database>; record: EventRecord }
  | { ok: false; problem: string };

/**
 * The record in PostgreSQL if there is an address, or else in SQLite in the folder, which is made if it does not exist. A
 * problem is one sentence that says what to do.
 */
export async function openRecord(where: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<OpenedRecord> {
  const opened = where.databaseUrl ? openPostgres(where.databaseUrl) : openSqlite(where.dataDir);
  if (!opened.ok) return opened;
  try {
    await opened.prepare();
    await checkTables(opened.db);
    return { ok: true, db: opened.db, record: createEventRecord(opened) };
  } catch (error) {
    await opened.release();
    return { ok: false, problem: opened.problem(error) };
  }
}
