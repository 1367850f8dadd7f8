import { afterEach, expect, test, vi } from 'vitest';
import { openLog } from '../log';
import type { PresenceFrame } from '../protocol/wire';
import { type LiveServer, person, startLiveServer, TestClient } from '../testing/live-server';
import { startPostgres } from '../testing/postgres';
import { startRedis } from '../testing/redis';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { openBus } from './open-bus';
import { openRedisBus } from './redis-bus';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startTwo() {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const databaseUrl = await postgres.database();
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const start = async (): Promise<LiveServer> => {
    const bus = await openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    const server = await startLiveServer({
      dataDir: tempFolder(),
      databaseUrl,
      pack: testPack(),
      bus,
    });
    closers.push(() => server.close());
    return server;
  };
  return { redis, one: await start(), other: await start() };
}

async function connects(server: LiveServer, roomId: string, name: string): Promise<TestClient> {
  const client = new TestClient(server.port, name, roomId);
  closers.push(async () => client.socket.disconnect());
  await client.arrives();
  return client;
}

async function openRoom(server: LiveServer): Promise<{ roomId: string; code: string }> {
  const opened = await server.rooms.open(person('hana'), { packId: 'test-pack', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  const links = await server.rooms.invites(person('hana'), opened.value.roomId);
  const code = links.ok ? links.value.find((link) => link.role === 'panelist')?.code : null;
  return { roomId: opened.value.roomId, code: code ?? '' };
}

test('people on two processes are in one room: commands, views and who is connected', async () => {
  const { one, other } = await startTwo();
  const { roomId, code } = await openRoom(one);
  const hana = await connects(one, roomId, 'hana');
  expect(await other.rooms.join(person('pia'), code, 'pia')).toMatchObject({ ok: true });
  const pia = await connects(other, roomId, 'pia');
  await hana.sends({ type: 'ChangeSettings', settings: { title: 'Another title' } });
  await vi.waitFor(() => expect(JSON.stringify(pia.framesOf('patch'))).toContain('Another title'), SOON);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const client = index % 2 === 0 ? hana : pia;
      return client.sends({ type: 'SetReady', ready: index % 4 < 2 });
    }),
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);
  await vi.waitFor(async () => {
    const [left, right] = [await hana.looks(), await pia.looks()];
    expect(left?.view.room).toEqual(right?.view.room);
    expect(Reflect.get(left?.view ?? {}, 'roster')).toEqual(Reflect.get(right?.view ?? {}, 'roster'));
  }, SOON);
  const last = hana.framesOf('presence').at(-1) as PresenceFrame;
  expect(last.here).toHaveLength(2);
});

test('with Redis gone members on one process go on, and all converge when it is back', async () => {
  const { redis, one, other } = await startTwo();
  const { roomId, code } = await openRoom(one);
  const hana = await connects(one, roomId, 'hana');
  await other.rooms.join(person('pia'), code, 'pia');
  const pia = await connects(other, roomId, 'pia');
  await redis.stop();
  expect(
    await hana.sends({ type: 'ChangeSettings', settings: { title: 'Said while Redis is away' } }),
  ).toEqual({
    ok: true,
  });
  await vi.waitFor(
    () => expect(JSON.stringify(hana.framesOf('patch'))).toContain('Said while Redis is away'),
    SOON,
  );
  await vi.waitFor(
    () => expect(JSON.stringify(pia.framesOf('patch'))).toContain('Said while Redis is away'),
    SOON,
  );
  await redis.start();
  await vi.waitFor(async () => {
    await hana.sends({ type: 'RaiseHand', raised: true });
    await hana.sends({ type: 'RaiseHand', raised: false });
    expect(pia.framesOf('patch').length).toBeGreaterThan(2);
  }, SOON);
});

test('a Redis that is not there is one readable line', async () => {
  const opened = await openBus({ redisUrl: 'redis://127.0.0.1:1', databaseUrl: null }, openLog('silent'));
  expect(opened).toMatchObject({ ok: false, problem: expect.stringContaining('correct REDIS_URL') });
});

test('a Redis that fell silent is told at a start, and what waits for it does not grow without end', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const open = async () => {
    const bus = await openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    return bus;
  };
  const [here, there] = [await open(), await open()];
  const heard: string[] = [];
  there.onMessage((message) => heard.push(message.kind === 'room-moved' ? message.roomId : message.kind));
  redis.freeze();
  for (let count = 0; count < 5_000; count += 1) here.send({ kind: 'room-moved', roomId: `rm_${count}` });
  const late = await openBus({ redisUrl: redis.url, databaseUrl: null }, openLog('silent'));
  expect(late).toMatchObject({ ok: false, problem: expect.stringContaining('no answer in 10 s. Start it') });
  redis.goOn();
  await vi.waitFor(() => {
    here.send({ kind: 'room-moved', roomId: 'rm_afterwards' });
    expect(heard).toContain('rm_afterwards');
  }, SOON);
  expect(heard.filter((roomId) => roomId !== 'rm_afterwards').length).toBeLessThanOrEqual(1_000);
});
