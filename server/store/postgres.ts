import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../runtime/tables';
import { type Opened, reasonOf } from './opened';

/** Type numbers of PostgreSQL (pg_type.dat) that pg gives as text; every such value here fits a number. */
const INT8 = 20;
const NUMERIC = 1700;

/**
 * Milliseconds that one transaction may hold a connection. The server ends slow statements before (see below), so
 * this is for one that fell silent: TCP notices that after a quarter of an hour, and every room would wait for it.
 */
const HELD_MS = 30_000;

/** The PostgreSQL record. Nothing is connected before the first query. */
export function openPostgres(databaseUrl: string, heldMs = HELD_MS): Opened {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'hotseat',
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // A process that vanished in mid-transaction must not hold a room's rows for longer than a person waits.
    idle_in_transaction_session_timeout: 5_000,
    lock_timeout: 3_000,
    statement_timeout: 15_000,
    types: {
      getTypeParser: (type, format) =>
        type === INT8 || type === NUMERIC ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // An idle connection that is cut is replaced at the next query, which is where the fault is told.
  pool.on('error', () => {});
  // One that is cut in the middle of a query tells that query; without a listener it would end the process, too.
  pool.on('connect', (client) => void client.on('error', () => {}));
  cutSilent(pool, heldMs);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const { host, pathname } = new URL(databaseUrl);
  const problem = (error: unknown) =>
    `The record in PostgreSQL at ${host}${pathname} cannot be used: ${reasonOf(error)}. Start it, or correct DATABASE_URL.`;
  return { ok: true, db, release: () => db.destroy(), problem };
}

function cutSilent(pool: pg.Pool, heldMs: number): void {
  const timers = new WeakMap<pg.PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => {
    timers.set(
      client,
      setTimeout(() => client.connection.stream.destroy(), heldMs),
    );
  });
  pool.on('release', (_error, client) => clearTimeout(timers.get(client)));
}
