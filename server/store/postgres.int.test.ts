import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RecordUnavailable } from '../runtime/ports';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { SOON } from '../testing/soon';
import { createEventRecord } from './event-record';
import { appendOf } from './events.contract';
import { openRecord } from './open';
import { openPostgres } from './postgres';
import { describeRecord, openOrThrow } from './record.contract';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const newPlace = async () => ({ databaseUrl: await postgres.database(), dataDir: '/nowhere' });

describeRecord('PostgreSQL', newPlace);

test('several processes put the commands of a room in one order', async () => {
  const place = await newPlace();
  const all = await Promise.all([openOrThrow(place), openOrThrow(place), openOrThrow(place)]);
  const said = all.map(async ({ record }) => {
    let mine = 0;
    for (let head = 0; mine < 30; ) {
      const result = await record.append(appendOf(randomUUID(), head, 'a', 'b'));
      if (result.ok) mine += 1;
      head = (await record.load('rm_1')).length;
    }
  });
  await Promise.all(said);
  const [first] = all;
  const events = (await first?.record.load('rm_1')) ?? [];
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
  for (let i = 0; i < events.length; i += 2) expect(events[i]?.commandId).toBe(events[i + 1]?.commandId);
  await Promise.all(all.map(({ record }) => record.close()));
});

test('rooms that two processes write at once, in any order, do not block each other', async () => {
  const place = await newPlace();
  const all = await Promise.all([openOrThrow(place), openOrThrow(place)]);
  for (let head = 0; head < 20; head += 1) {
    const rooms = ['rm_1', 'rm_2', 'rm_3', 'rm_4'];
    const results = await Promise.all(
      all.flatMap(({ record }, i) =>
        (i === 0 ? rooms : [...rooms].reverse()).map((roomId) =>
          record.append({ ...appendOf(randomUUID(), head, i), roomId }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(rooms.length);
  }
  await Promise.all(all.map(({ record }) => record.close()));
});

test('appends are rejected as unavailable while PostgreSQL is away, and a start says so', async () => {
  const own = await startPostgres();
  const place = { databaseUrl: await own.database(), dataDir: '/nowhere' };
  const { record } = await openOrThrow(place);
  await record.append(appendOf('command-1', 0, 'a'));
  await own.stop();
  await expect(record.append(appendOf('command-2', 1, 'b'))).rejects.toThrow(RecordUnavailable);
  await expect(record.load('rm_1')).rejects.toThrow(RecordUnavailable);
  expect(await record.problem()).not.toBeNull();
  await record.close();
  const opened = await openRecord(place);
  expect(opened).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/Start it, or correct DATABASE_URL\.$/),
  });
});

test('while PostgreSQL is frozen every request gets an answer within five seconds, and all works once it goes on', async () => {
  const own = await startPostgres();
  const place = { databaseUrl: await own.database(), dataDir: '/nowhere' };
  const { record } = await openOrThrow(place);
  await record.append(appendOf('command-1', 0, 'a'));
  own.freeze();
  const asked = Array.from({ length: 60 }, (_, i) =>
    i % 3 === 0
      ? record.load(`rm_${i}`)
      : record.append({ ...appendOf(`frozen-${i}`, 0, 'b'), roomId: `rm_${i}` }),
  );
  // As in a room's queue, each waits for the one before.
  const inTurn = (async () => {
    for (let i = 0; i < 20; i += 1) await expect(record.load('rm_1')).rejects.toThrow(RecordUnavailable);
  })();
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('not answered within 5 s')), 5_000);
  });
  const results = await Promise.race([Promise.allSettled([...asked, inTurn]), late]);
  expect(results.slice(0, 60).every((result) => result.status === 'rejected')).toBe(true);
  for (const result of results.slice(0, 60))
    expect(result).toMatchObject({ reason: expect.any(RecordUnavailable) });
  expect(results.at(-1)?.status).toBe('fulfilled');
  expect(await record.problem()).not.toBeNull();
  own.goOn();
  await vi.waitFor(async () => expect(await record.problem()).toBeNull(), SOON);
  expect(await record.append(appendOf('command-2', 1, 'b'))).toEqual({ ok: true });
  await record.close();
  await own.stop();
});

test('once PostgreSQL is known to answer again, every query is asked', async () => {
  const own = await startPostgres();
  const { record } = await openOrThrow({ databaseUrl: await own.database(), dataDir: '/nowhere' });
  await record.append(appendOf('command-1', 0, 'a'));
  own.freeze();
  await expect(record.load('rm_1')).rejects.toThrow(RecordUnavailable);
  own.goOn();
  await vi.waitFor(async () => expect(await record.problem()).toBeNull(), { ...SOON, interval: 10 });
  expect(await record.append(appendOf('command-2', 1, 'b'))).toEqual({ ok: true });
  await record.close();
  await own.stop();
});

test('migrations wait for another process that is migrating, however long it takes', async () => {
  const place = await newPlace();
  const first = await openOrThrow(place);
  const locked = first.db.transaction().execute(async (trx) => {
    await sql`lock table kysely_migration_lock in access exclusive mode`.execute(trx);
    // Longer than the limit for statements that people wait for.
    await sql`select pg_sleep(2)`.execute(trx);
    await sql`select pg_sleep(2)`.execute(trx);
  });
  const second = await openOrThrow(place);
  await locked;
  expect(await second.record.load('rm_1')).toEqual([]);
  await Promise.all([first.record.close(), second.record.close()]);
});

/** The record, and the processes of PostgreSQL that serve it. */
async function openWatched(heldMs?: number) {
  const databaseUrl = await postgres.database();
  await (await openOrThrow({ databaseUrl, dataDir: '/nowhere' })).record.close();
  const opened = openPostgres(databaseUrl, { limitMs: heldMs });
  if (!opened.ok) throw new Error(opened.problem);
  const record = createEventRecord(opened);
  await record.append(appendOf('command-1', 0, 'a'));
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'hotseat'
  `.execute(opened.db);
  const signal = (name: NodeJS.Signals) => {
    for (const { pid } of rows) process.kill(pid, name);
  };
  return { record, signal };
}

test('it has no more connections than it was given, and one for proofs', async () => {
  const opened = openPostgres(await postgres.database(), { connections: 2 });
  if (!opened.ok) throw new Error(opened.problem);
  const { db } = opened;
  const sleeps = Array.from({ length: 5 }, () => sql`select pg_sleep(0.2)`.execute(db));
  await Promise.all([...sleeps, opened.prove().catch(() => undefined)]);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where datname = current_database()
  `.execute(db);
  expect(rows).toEqual([{ count: 3 }]);
  await opened.release();
});

test('a server whose connections are all in use is not one that does not answer', async () => {
  const opened = openPostgres(await postgres.database(), { limitMs: 1_000 });
  if (!opened.ok) throw new Error(opened.problem);
  const { db } = opened;
  const ping = () => sql`select 1`.execute(db);
  const busy = Array.from({ length: 10 }, () =>
    db.transaction().execute(async (trx) => {
      for (let i = 0; i < 6; i += 1) await sql`select pg_sleep(0.3)`.execute(trx);
    }),
  );
  await expect(ping()).rejects.toThrow(RecordUnavailable);
  // It waits for a connection, and gets one.
  await expect(ping()).resolves.toMatchObject({ rows: [expect.anything()] });
  await Promise.all(busy);
  await opened.release();
});

test('a silent connection is given up, and the next one works', async () => {
  const { record, signal } = await openWatched(400);
  signal('SIGSTOP');
  await expect(record.append(appendOf('command-2', 1, 'b'))).rejects.toThrow(RecordUnavailable);
  const again = async () => expect(await record.append(appendOf('command-2', 1, 'b'))).toEqual({ ok: true });
  await vi.waitFor(again, SOON);
  signal('SIGCONT');
  await record.close();
});

test('a connection that is cut during a query means an unavailable record, and the next one works', async () => {
  const { record, signal } = await openWatched();
  signal('SIGSTOP');
  const asked = Promise.allSettled([record.append(appendOf('command-2', 1, 'b'))]);
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  signal('SIGKILL');
  expect(await asked).toMatchObject([{ status: 'rejected', reason: expect.any(RecordUnavailable) }]);
  // When one of its processes is killed, PostgreSQL restarts all of them, which takes a while on a busy disk.
  const again = async () => expect((await record.load('rm_1')).length).toBeGreaterThan(0);
  await vi.waitFor(again, { timeout: 100_000, interval: 200 });
  await record.close();
}, 120_000);

test('a backend that is terminated in a transaction takes nothing half with it, and the command is stored once afterwards', async () => {
  const databaseUrl = await postgres.database();
  const { record, db } = await openOrThrow({ databaseUrl, dataDir: '/nowhere' });
  await record.append(appendOf('command-1', 0, 'a'));
  const other = await openOrThrow({ databaseUrl, dataDir: '/nowhere' });
  const asked = await db.transaction().execute(async (trx) => {
    // The append waits in its transaction, in which it is terminated.
    await sql`lock table events in share row exclusive mode`.execute(trx);
    const appended = Promise.allSettled([other.record.append(appendOf('command-2', 1, 'b', 'c'))]);
    const waiting = sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const { pid } = await vi.waitFor(async () => {
      const [row] = (await waiting.execute(trx)).rows;
      if (!row) throw new Error('nobody waits yet');
      return row;
    }, SOON);
    await sql`select pg_terminate_backend(${pid})`.execute(trx);
    return appended;
  });
  expect(asked).toMatchObject([{ status: 'rejected', reason: expect.any(RecordUnavailable) }]);
  expect(await record.load('rm_1')).toHaveLength(1);
  const again = async () =>
    expect(await other.record.append(appendOf('command-2', 1, 'b', 'c'))).toEqual({ ok: true });
  await vi.waitFor(again, SOON);
  expect(await record.load('rm_1')).toHaveLength(3);
  await Promise.all([record.close(), other.record.close()]);
});
