import { pino } from 'pino';
import { createClient } from 'redis';
import { afterEach, expect, test, vi } from 'vitest';
import { openLog } from '../log';
import type { CursorFrame, PresenceFrame } from '../protocol/wire';
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
    const bus = openRedisBus(redis.url, openLog('silent'));
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
  await vi.waitFor(() => {
    const last = hana.framesOf('presence').at(-1) as PresenceFrame;
    expect(last.here).toHaveLength(2);
  }, SOON);
});

test('a cursor shows on another process, and goes with the pen and with its window', async () => {
  const { one, other } = await startTwo();
  const { roomId, code } = await openRoom(one);
  const hana = await connects(one, roomId, 'hana');
  const links = await one.rooms.invites(person('hana'), roomId);
  const seat = links.ok ? links.value.find((link) => link.role === 'candidate')?.code : null;
  await other.rooms.join(person('pia'), code, 'pia');
  await other.rooms.join(person('carl'), seat ?? '', 'carl');
  const [pia, carl] = [await connects(other, roomId, 'pia'), await connects(one, roomId, 'carl')];
  for (const command of [
    { type: 'StartRound', candidateId: null },
    { type: 'PushItem', itemId: 'x1', liveAskId: null },
  ] as const)
    expect(await hana.sends(command)).toEqual({ ok: true });
  const state = await one.runtime.state(roomId);
  const memberId = state?.members.find(({ name }) => name === 'pia')?.memberId ?? '';
  const told = (client: TestClient) =>
    (client.framesOf('cursor') as CursorFrame[]).map(({ clientId, at }) => [clientId, at !== null]);
  // A message to a process that is still subscribing is lost, as any may be.
  await vi.waitFor(() => {
    pia.socket.emit('cursor', { askId: 'a1', clientId: 7, at: { anchor: '{}', head: '{}' } });
    expect(told(hana)[0]).toEqual([7, true]);
  }, SOON);
  expect(told(carl)).toEqual([]);
  await hana.sends({ type: 'HandPen', askId: 'a1', memberId });
  await vi.waitFor(() => {
    pia.socket.emit('cursor', { askId: 'a1', clientId: 7, at: { anchor: '{}', head: '{}' } });
    expect(told(carl)[0]).toEqual([7, true]);
  }, SOON);
  await hana.sends({ type: 'TakePen', askId: 'a1' });
  await carl.looks();
  expect(told(carl).at(-1)).toEqual([7, false]);
  pia.socket.disconnect();
  await vi.waitFor(() => expect(told(hana).at(-1)).toEqual([7, false]), SOON);
  expect(told(carl).at(-1)).toEqual([7, false]);
});

test('while Redis is away members on one process go on, and all converge when it is back', async () => {
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

/** A log, and the messages in it so far. */
function listeningLog() {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  return { log, lines };
}

test('the log reports that Redis is away at the start, and when it is there', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  await redis.stop();
  const { log, lines } = listeningLog();
  const bus = openBus({ redisUrl: redis.url, databaseUrl: 'postgresql://x' }, log);
  closers.push(() => bus.close());
  await vi.waitFor(() => expect(lines).toEqual([expect.stringContaining('Redis does not answer')]), SOON);
  expect(bus.hears()).toBe(false);
  await redis.start();
  await vi.waitFor(() => expect(bus.hears()).toBe(true), SOON);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Redis is back');
});

test('the log reports that Redis fell silent, and the waiting messages do not grow without end', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const { log, lines } = listeningLog();
  const [here, there] = [openRedisBus(redis.url, log), openRedisBus(redis.url, openLog('silent'))];
  closers.push(
    () => here.close(),
    () => there.close(),
  );
  const heard: string[] = [];
  there.onMessage((message) => heard.push(message.kind === 'room-moved' ? message.roomId : message.kind));
  await vi.waitFor(() => expect(here.hears() && there.hears()).toBe(true), SOON);
  redis.freeze();
  for (let count = 0; count < 50_000; count += 1) here.send({ kind: 'room-moved', roomId: `rm_${count}` });
  await vi.waitFor(() => expect(here.hears()).toBe(false), SOON);
  expect(lines).toEqual([expect.stringContaining('Redis does not answer')]);
  redis.goOn();
  await vi.waitFor(() => {
    here.send({ kind: 'room-moved', roomId: 'rm_afterwards' });
    expect(heard).toContain('rm_afterwards');
  }, SOON);
  expect(heard.filter((roomId) => roomId !== 'rm_afterwards').length).toBeLessThanOrEqual(8_000);
  expect(here.report().lost).toBeGreaterThan(40_000);
  await vi.waitFor(() => expect(here.hears()).toBe(true), SOON);
});

test('while Redis is away nobody takes over from a host who is connected to another process', async () => {
  const { redis, one, other } = await startTwo();
  const { roomId, code } = await openRoom(one);
  const hana = await connects(one, roomId, 'hana');
  await other.rooms.join(person('pia'), code, 'pia');
  const pia = await connects(other, roomId, 'pia');
  const last = () => pia.framesOf('presence').at(-1) as PresenceFrame;
  await vi.waitFor(() => expect(last().here).toHaveLength(2), SOON);
  await redis.stop();
  await vi.waitFor(() => expect(last()).toEqual({ here: [expect.any(String)], away: [] }), SOON);
  expect(await pia.sends({ type: 'TakeOverHost' })).toMatchObject({ ok: false, code: 'host-unknown' });
  expect(await hana.sends({ type: 'RaiseHand', raised: true })).toEqual({ ok: true });
  await redis.start();
  await vi.waitFor(() => expect(last().here).toHaveLength(2), SOON);
  expect(await pia.sends({ type: 'TakeOverHost' })).toMatchObject({ ok: false, code: 'host-is-here' });
});

test('the log reports a process whose clock is an hour ahead once', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const { log, lines } = listeningLog();
  const here = openRedisBus(redis.url, log);
  const ahead = openRedisBus(redis.url, openLog('silent'), { now: () => Date.now() + 3_600_000 });
  closers.push(
    () => here.close(),
    () => ahead.close(),
  );
  await vi.waitFor(() => expect(here.hears() && ahead.hears()).toBe(true), SOON);
  expect(lines).toEqual([expect.stringContaining('the clock of another process differs')]);
});

test('messages that Redis held up for seconds are no sign of a wrong clock', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const { log, lines } = listeningLog();
  const [here, there] = [openRedisBus(redis.url, log), openRedisBus(redis.url, openLog('silent'))];
  closers.push(
    () => here.close(),
    () => there.close(),
  );
  await vi.waitFor(() => expect(here.hears() && there.hears()).toBe(true), SOON);
  redis.freeze();
  await vi.waitFor(() => expect(lines).toHaveLength(1), SOON);
  redis.goOn();
  await vi.waitFor(() => expect(here.hears()).toBe(true), SOON);
  expect(lines).toEqual([expect.stringContaining('does not answer'), expect.stringContaining('is back')]);
  expect(here.report().skewMs).toBeLessThan(2_000);
});

test('the log says why Redis cannot be used', async () => {
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const admin = createClient({ url: redis.url });
  await admin.connect();
  await admin.configSet('requirepass', 'a password');
  admin.destroy();
  const wrong = new URL(redis.url);
  wrong.password = 'another';
  const reasons = await Promise.all(
    [redis.url, wrong.href, 'redis://127.0.0.1:1'].map(async (url) => {
      const said: { state: string; reason: string }[] = [];
      const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line)) });
      const bus = openRedisBus(url, log);
      closers.push(() => bus.close());
      await vi.waitFor(() => expect(said).toHaveLength(1), SOON);
      expect(said[0]?.state).toBe('redis-gone');
      return said[0]?.reason;
    }),
  );
  expect(reasons).toEqual([
    expect.stringContaining('NOAUTH'),
    expect.stringContaining('WRONGPASS'),
    expect.stringContaining('ECONNREFUSED'),
  ]);
});
