import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import type { PresenceFrame } from '../protocol/wire';
import { keepAlive } from '../store/live-processes';
import { openRecord } from '../store/open';
import { joins } from '../testing/live-room';
import { person, startLiveServer, TestClient } from '../testing/live-server';
import { startPostgres } from '../testing/postgres';
import { startProxy } from '../testing/proxy';
import { startRedis } from '../testing/redis';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { testPack } from '../testing/test-pack';
import { openBus } from './open-bus';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A movable clock, and processes on one PostgreSQL. */
async function deployment() {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const place = { databaseUrl: await postgres.database(), dataDir: '/nowhere' };
  let ahead = 0;
  const said: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line)) });
  const now = () => Date.now() + ahead;
  const start = async (redisUrl: string | null) => {
    const opened = await openRecord(place);
    if (!opened.ok) throw new Error(opened.problem);
    closers.push(() => opened.record.close());
    const from = randomUUID();
    const processes = await keepAlive(opened.db, from, () => {});
    const { others } = processes;
    const bus = openBus({ ...place, redisUrl, now, from, others }, log);
    const server = await startLiveServer({ ...place, pack: testPack(), bus, now });
    processes.serves(() => server.transport.load().rooms);
    const stop = async () => {
      await server.close();
      await Promise.all([bus.close(), processes.close()]);
    };
    return { server, bus, stop };
  };
  return {
    start,
    place,
    log: said,
    pass: (ms: number) => {
      ahead += ms;
    },
  };
}

test('a process that alone loses Redis keeps its host: elsewhere they are unknown, until the process is gone', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const network = await startProxy(Number(new URL(redis.url).port));
  closers.push(() => network.close());
  const { start, pass } = await deployment();
  const lost = await start(`redis://127.0.0.1:${network.port}`);
  const well = await start(redis.url);
  closers.push(well.stop);
  const opened = await lost.server.rooms.open(person('hana'), {
    packId: 'test-pack',
    ...testSettings('led'),
  });
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const hana = new TestClient(lost.server.port, 'hana', roomId);
  closers.push(() => hana.socket.disconnect());
  await hana.arrives();
  const pia = await joins(well.server, roomId, 'pia', 'panelist');
  const last = () => pia.framesOf('presence').at(-1) as PresenceFrame;
  await vi.waitFor(() => expect(last().here).toHaveLength(2), SOON);
  await vi.waitFor(() => expect(well.bus.hears()).toBe(true), SOON);

  network.silence(true);
  await vi.waitFor(() => expect(well.bus.hears()).toBe(false), SOON);
  const takeOver = () => pia.sends({ type: 'TakeOverHost' });
  pass(50_000);
  // By now it would have been forgotten.
  await vi.waitFor(() => expect(last()).toEqual({ here: [expect.any(String)], away: [] }), SOON);
  pass(50_000);
  expect(await takeOver()).toMatchObject({ ok: false, code: 'host-unknown' });
  expect(await hana.sends({ type: 'ChangeSettings', settings: { title: 'Still the host' } })).toEqual({
    ok: true,
  });

  await lost.stop();
  await vi.waitFor(() => expect(well.bus.hears()).toBe(true), SOON);
  await vi.waitFor(() => expect(last().away).toHaveLength(1), SOON);
  pass(50_000);
  expect(await takeOver()).toEqual({ ok: true });
});

test('without Redis a process on PostgreSQL knows who is away only while nobody is connected to another', async () => {
  const { start } = await deployment();
  const one = await start(null);
  closers.push(one.stop);
  await vi.waitFor(() => expect(one.bus.hears()).toBe(true), SOON);
  const other = await start(null);
  const opened = await other.server.rooms.open(person('hana'), {
    packId: 'test-pack',
    ...testSettings('led'),
  });
  if (!opened.ok) throw new Error(opened.message);
  const hana = new TestClient(other.server.port, 'hana', opened.value.roomId);
  closers.push(() => hana.socket.disconnect());
  await hana.arrives();
  await vi.waitFor(() => expect([one.bus.hears(), other.bus.hears()]).toEqual([false, true]), SOON);
  await other.stop();
  await vi.waitFor(() => expect(one.bus.hears()).toBe(true), SOON);
});

test('processes that crash at each start make nobody unknown; one that has people and is silent does, and is named', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const { start, place, log } = await deployment();
  const well = await start(redis.url);
  closers.push(well.stop);
  await vi.waitFor(() => expect(well.bus.hears()).toBe(true), SOON);
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  closers.push(() => opened.record.close());
  // Each is gone without a word, as a crash leaves it.
  const at = Date.now() + 60_000;
  for (let no = 0; no < 10; no += 1)
    await opened.db
      .insertInto('processes')
      .values({ id: `crashed-${no}`, seen_at: at, rooms: 0 })
      .execute();
  const heard: boolean[] = [];
  const listening = setInterval(() => heard.push(well.bus.hears()), 100);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(70), SOON);
  clearInterval(listening);
  expect(new Set(heard)).toEqual(new Set([true]));
  expect(well.bus.report()).toMatchObject({ works: true, silentProcesses: 0 });

  await opened.db.updateTable('processes').set({ rooms: 3 }).where('id', '=', 'crashed-4').execute();
  await vi.waitFor(() => expect(well.bus.hears()).toBe(false), SOON);
  expect(well.bus.report()).toMatchObject({ works: true, silentProcesses: 1 });
  await vi.waitFor(
    () =>
      expect(log).toContainEqual(expect.objectContaining({ state: 'process-silent', process: 'crashed-4' })),
    SOON,
  );
  await opened.db.deleteFrom('processes').where('id', '=', 'crashed-4').execute();
  await vi.waitFor(() => expect(log.at(-1)).toMatchObject({ state: 'process-heard' }), SOON);
  expect(well.bus.hears()).toBe(true);
  expect(log.some(({ state }) => state === 'redis-gone')).toBe(false);
});

test('a process has no row before it serves, and none after it has stopped', async () => {
  const { place } = await deployment();
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  closers.push(() => opened.record.close());
  const rows = () => opened.db.selectFrom('processes').select(['id', 'rooms']).execute();
  const processes = await keepAlive(opened.db, 'mine', () => {});
  expect(await rows()).toEqual([]);
  processes.serves(() => 7);
  await vi.waitFor(async () => expect(await rows()).toEqual([{ id: 'mine', rooms: 7 }]), SOON);
  await processes.close();
  expect(await rows()).toEqual([]);
});

test('the time of the record is the same on a machine whose clock is an hour ahead', async () => {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const opened = await openRecord({ databaseUrl: await postgres.database(), dataDir: '/nowhere' });
  if (!opened.ok) throw new Error(opened.problem);
  closers.push(() => opened.record.close());
  const before = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: before + 3_600_000 });
  closers.push(() => vi.useRealTimers());
  const processes = await keepAlive(opened.db, 'ahead', () => {});
  closers.push(processes.close);
  expect(Date.now() - before).toBeGreaterThanOrEqual(3_600_000);
  expect(Math.abs(processes.now() - before)).toBeLessThan(60_000);
});
