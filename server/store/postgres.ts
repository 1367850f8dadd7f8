import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../runtime/tables';
import { checkVersion, type MigrationNews, migrate } from './migrations';
import { type Opened, reasonOf } from './opened';
import { proveWritable } from './proof';
import { noSilence, timedPool } from './timed-pool';

/** Type numbers of PostgreSQL (pg_type.dat) that pg gives as text; every such value here fits a number. */
const INT8 = 20;
const NUMERIC = 1700;

/** Milliseconds that a connection or a statement may take, since a person waits at most five seconds for an answer. */
const LIMIT_MS = 3_000;
/** The same (ms) for connecting to run migrations, whose statements may take as long as they need. */
const START_MS = 5_000;

/** How soon (ms) an idle connection is asked whether the other end is still there. */
const ALIVE_MS = 10_000;

/** Connections where nobody says how many. */
const CONNECTIONS = 10;

/**
 * The PostgreSQL record. It connects at the first query. Where `limitMs` is null, a statement may take as long as it needs.
 * `connections`: at most so many, and one more for proofs.
 */
export function openPostgres(
  databaseUrl: string,
  { limitMs = LIMIT_MS, connections = CONNECTIONS }: { limitMs?: number | null; connections?: number } = {},
): Opened {
  const limited = (max: number, limitMs: number): pg.PoolConfig => ({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: limitMs,
    // A process that disappeared during a transaction must not lock a room's rows for longer than a person waits.
    idle_in_transaction_session_timeout: limitMs,
    // If possible the server gives up first: then it says why, and the connection stays usable.
    lock_timeout: limitMs * 0.6,
    statement_timeout: limitMs * 0.8,
  });
  const silence = noSilence();
  const open = (max: number, alwaysAsks = false) =>
    limitMs === null
      ? openPatient(databaseUrl, max)
      : kysely(timedPool(openPool(limited(max, limitMs)), limitMs, silence, alwaysAsks));
  const db = open(connections);
  // A burst that fills the others is no outage.
  const ofProof = open(1, true);
  const { host, pathname } = new URL(databaseUrl);
  const problem = (error: unknown) =>
    `The record in PostgreSQL at ${host}${pathname} cannot be used: ${reasonOf(error)}. Start it, or correct DATABASE_URL.`;
  return {
    ok: true,
    db,
    prepare: (news) => bringUpToDate(databaseUrl, news),
    exclusively: (work) => exclusively(databaseUrl, work),
    check: () => checkVersion(db),
    prove: () => proveWritable(ofProof),
    insertAtOnce: null,
    release: async () => {
      await Promise.all([db.destroy(), ofProof.destroy()]);
    },
    problem,
  };
}

/** On a connection of its own, since a step may take minutes, and other processes wait for it here. */
async function bringUpToDate(databaseUrl: string, news: MigrationNews | undefined): Promise<void> {
  const db = openPatient(databaseUrl, 1);
  try {
    await migrate(db, news, { beside: true });
  } finally {
    await db.destroy();
  }
}

/** Of the lock for long work at the start. PostgreSQL frees it when the process that has it is gone. */
const LONG_WORK = 7_301_226;

/** On a connection of its own, where waiting has no limit. */
async function exclusively(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const db = openPatient(databaseUrl, 1);
  try {
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${LONG_WORK})`.execute(trx);
      await work();
    });
  } finally {
    await db.destroy();
  }
}

/** Connections whose statements have no limit. */
function openPatient(databaseUrl: string, max: number): Kysely<Database> {
  return kysely(openPool({ connectionString: databaseUrl, max, connectionTimeoutMillis: START_MS }));
}

function openPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'hotseat',
    keepAlive: true,
    keepAliveInitialDelayMillis: ALIVE_MS,
    types: {
      getTypeParser: (type, format) =>
        type === INT8 || type === NUMERIC ? Number : pg.types.getTypeParser(type, format),
    },
    ...settings,
  });
  // An idle connection that is cut is replaced at the next query, which reports the fault.
  pool.on('error', () => {});
  // A connection that is cut during a query fails that query; without a listener it would also end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

function kysely(pool: ConstructorParameters<typeof PostgresDialect>[0]['pool']): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
