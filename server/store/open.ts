import type { Kysely } from 'kysely';
import type { EventRecord } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { createEventRecord } from './event-record';
import { checkTables } from './expected-tables';
import { EarlierVersion, type MigrationNews } from './migrations';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

export type OpenedRecord =
  | {
      ok: true;
      db: Kysely<Database>;
      record: EventRecord;
      /** Does this work while no other process does any such; where another does, after it. */
      exclusively(work: () => Promise<void>): Promise<void>;
    }
  | { ok: false; problem: string };

/**
 * Who opens it. A `server` migrates the tables, and no statement of its may take long, since a person waits. A `command` leaves
 * another version's tables alone, which running servers may be using, and its statements take as long as they need.
 */
type Opener = 'server' | 'command';

/**
 * The record in PostgreSQL if there is an address, or else in SQLite in the folder, which is made if it does not exist. A
 * problem is one sentence that says what to do.
 */
export async function openRecord(
  where: { databaseUrl: string | null; dataDir: string; databaseConnections?: number },
  by: Opener = 'server',
  news?: MigrationNews,
): Promise<OpenedRecord> {
  const { databaseUrl, dataDir, databaseConnections: connections } = where;
  const limits = by === 'command' ? { limitMs: null } : { connections };
  const opened = databaseUrl ? openPostgres(databaseUrl, limits) : openSqlite(dataDir);
  if (!opened.ok) return opened;
  try {
    await (by === 'command' ? opened.check() : opened.prepare(news));
    await checkTables(opened.db);
    const { db, exclusively } = opened;
    return { ok: true, db, record: createEventRecord(opened), exclusively };
  } catch (error) {
    await opened.release();
    return {
      ok: false,
      problem: error instanceof EarlierVersion ? error.message : opened.problem(error),
    };
  }
}
