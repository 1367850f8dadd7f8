import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Database } from '../runtime/tables';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { SOON } from '../testing/soon';
import { appendOf } from './events.contract';
import type { MigrationNews } from './migrations';
import { openRecord } from './open';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function start(databaseUrl: string, news?: MigrationNews) {
  const opened = await openRecord({ databaseUrl, dataDir: '/nowhere' }, 'server', news);
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  return opened;
}

/** Two steps, of which the first changes a table that is there. */
const STEPS = ['0033-bytes-of-texts', '0038-built-files'];

/** A process of a version before these, on its own record. */
async function olderProcess(databaseUrl: string) {
  const older = await start(databaseUrl);
  await sql`drop table built_files`.execute(older.db);
  await sql`alter table code_snapshots drop column bytes`.execute(older.db);
  await sql`delete from kysely_migration where name in (${sql.join(STEPS)})`.execute(older.db);
  return older;
}

/** Somebody who says something, and reads a text, all the time. */
function talks({ db, record }: Awaited<ReturnType<typeof olderProcess>>) {
  let [said, isOver, longestMs] = [0, false, 0];
  const talking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      expect(await record.append(appendOf(randomUUID(), said, 'a'))).toEqual({ ok: true });
      await db.selectFrom('code_snapshots').select('up_to').execute();
      longestMs = Math.max(longestMs, performance.now() - asked);
      said += 1;
    }
  })();
  return async () => {
    isOver = true;
    await talking;
    const stored = await record.load('rm_1');
    return { said, stored: stored.map(({ seq }) => seq), longestMs };
  };
}

async function connection(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const stepsOf = async (db: Kysely<Database>) =>
  (await sql`select 1 from kysely_migration where name in (${sql.join(STEPS)})`.execute(db)).rows.length;

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test('an older process goes on serving while a newer one migrates, also while that waits for a back-up', async () => {
  const databaseUrl = await postgres.tables();
  const older = await olderProcess(databaseUrl);
  // As `pg_dump` does, for as long as it runs.
  const dump = await connection(databaseUrl);
  await dump.query('begin; lock table code_snapshots in access share mode');
  const stops = talks(older);
  const waits = vi.fn();
  const newer = start(databaseUrl, { migrates: () => undefined, waits });
  await vi.waitFor(() => expect(waits.mock.calls.length).toBeGreaterThan(1), SOON);
  await dump.query('commit');
  const { db } = await newer;
  const { said, stored, longestMs } = await stops();
  expect(stored).toEqual(inOrder(said));
  // Whoever waits behind a step that waits has an answer before their own limit.
  expect(longestMs).toBeLessThan(1_700);
  expect(await stepsOf(db)).toBe(2);
});

test('a step that was taken stays taken when the next one is interrupted', async () => {
  const databaseUrl = await postgres.tables();
  const older = await olderProcess(databaseUrl);
  await sql`create table built_files (path text)`.execute(older.db);
  const failed = await openRecord({ databaseUrl, dataDir: '/nowhere' });
  expect(failed).toMatchObject({ ok: false, problem: expect.stringContaining('already exists') });
  expect(await stepsOf(older.db)).toBe(1);
  await sql`drop table built_files`.execute(older.db);
  expect(await stepsOf((await start(databaseUrl)).db)).toBe(2);
});

test('an index on a table with rows is made while others write into it, and again if that was interrupted', async () => {
  const databaseUrl = await postgres.tables();
  const { db } = await start(databaseUrl);
  await sql`drop index scorecards_by_held_at`.execute(db);
  await sql`drop index kept_scorecards_by_owner_id_held_at`.execute(db);
  // A statement that began before keeps it from being finished.
  const writer = await connection(databaseUrl);
  await writer.query(
    'begin isolation level repeatable read; select 1 from scorecards; lock table scorecards in row exclusive mode',
  );
  const interrupted = start(databaseUrl).catch(() => undefined);
  const works = async () =>
    (
      await sql<{ indisvalid: boolean }>`
        select indisvalid from pg_index where indexrelid = to_regclass('scorecards_by_held_at')
      `.execute(db)
    ).rows[0]?.indisvalid;
  await vi.waitFor(async () => expect(await works()).toBe(false), SOON);
  await sql`
    insert into scorecards (room_id, round_id, candidate_member_id, candidate_name, pack_id, pack_title, format, title, held_at, ratings)
    values ('rm_1', 'r1', 'mb_1', 'Ada', 'p', 'P', 'led', 'T', 1, 0)
  `.execute(db);
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity where query like '%create index concurrently%' and pid <> pg_backend_pid()
  `.execute(db);
  expect(await interrupted).toBeUndefined();
  expect(await works()).toBe(false);
  await writer.query('commit');
  await start(databaseUrl);
  expect(await works()).toBe(true);
});

test('processes that start together migrate once, whatever their clocks say', async () => {
  const databaseUrl = await postgres.tables();
  const older = await olderProcess(databaseUrl);
  // A machine that was a year ahead took the steps before.
  await sql`update kysely_migration set timestamp = '2999-01-01T00:00:00.000Z' where name = '0001-events'`.execute(
    older.db,
  );
  const [one] = await Promise.all([start(databaseUrl), start(databaseUrl), start(databaseUrl)]);
  expect(await stepsOf(one.db)).toBe(2);
});
