import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { aloneBus, type Bus, type BusMessage } from '../runtime/bus';
import type { EventRecord } from '../runtime/ports';
import { type LiveServer, person, startLiveServer, TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

/** Longer than a beat, and longer than a process may be silent (ms). */
const [BEAT, SILENCE] = [5_000, 20_000];
const A_DAY = 86_400_000;

const closers: (() => unknown)[] = [];
// Only the heartbeat uses this clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  vi.useRealTimers();
});

interface Running {
  server: LiveServer;
  /** What this process told the others. */
  told: BusMessage[];
  /** Sends a message as another process. */
  hears(message: BusMessage): void;
  /** How this process asks the record. */
  asks: { newest: Mock<EventRecord['newest']>; load: Mock<EventRecord['load']> };
  /** As another process has it. */
  record: EventRecord;
  later(ms: number): void;
}

async function start(): Promise<Running> {
  const told: BusMessage[] = [];
  const listeners: ((message: BusMessage, from: string) => void)[] = [];
  const bus: Bus = {
    ...aloneBus,
    alone: false,
    send: (message) => void told.push(message),
    onMessage: (listener) => void listeners.push(listener),
  };
  let at = 1_000_000;
  const asks = { newest: vi.fn<EventRecord['newest']>(), load: vi.fn<EventRecord['load']>() };
  const place: { record?: EventRecord } = {};
  const around = (record: EventRecord): EventRecord => {
    place.record = record;
    asks.newest.mockImplementation(record.newest);
    asks.load.mockImplementation(record.load);
    return { ...record, ...asks };
  };
  const dataDir = tempFolder();
  const server = await startLiveServer({ dataDir, pack: testPack(), bus, now: () => at, around });
  closers.push(() => server.close());
  const hears = (message: BusMessage) => {
    for (const listener of listeners) listener(message, 'other');
  };
  const later = (ms: number) => {
    at += ms;
  };
  if (!place.record) throw new Error('the server opened no record');
  return { server, told, hears, asks, record: place.record, later };
}

async function openRoom({ server }: Running): Promise<string> {
  const opened = await server.rooms.open(person('hana'), { packId: 'test-pack', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.roomId;
}

async function connects({ server }: Running, roomId: string, name = 'hana'): Promise<TestClient> {
  const client = new TestClient(server.port, name, roomId);
  closers.push(() => client.socket.disconnect());
  await client.arrives();
  return client;
}

const heard = (client: TestClient, event: 'head' | 'presence') =>
  new Promise((resolve) => client.socket.once(event, resolve));

test('a room that cannot be read does not delay the heartbeat of others', async () => {
  const running = await start();
  const [broken, sound] = [await openRoom(running), await openRoom(running)];
  const inBroken = await connects(running, broken);
  const inSound = await connects(running, sound);
  const { runtime } = running.server;
  const state = runtime.state.bind(runtime);
  vi.spyOn(runtime, 'state').mockImplementation(async (roomId) => {
    if (roomId === broken) throw new Error('an event that nobody can read');
    return state(roomId);
  });
  vi.advanceTimersByTime(BEAT);
  await heard(inSound, 'head');
  expect(inBroken.framesOf('head')).toEqual([]);
});

test('a slow record is not asked again at every beat, and others are still told who is here', async () => {
  const running = await start();
  const roomId = await openRoom(running);
  const hana = await connects(running, roomId);
  const { runtime } = running.server;
  const state = await runtime.state(roomId);
  let answer = () => {};
  const asked = vi.spyOn(runtime, 'state').mockImplementation(
    () =>
      new Promise((resolve) => {
        answer = () => resolve(state);
      }),
  );
  running.told.length = 0;
  vi.advanceTimersByTime(BEAT);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), SOON);
  vi.advanceTimersByTime(2 * BEAT);
  expect(running.told.filter(({ kind }) => kind === 'members-here')).toHaveLength(3);
  const head = heard(hana, 'head');
  answer();
  await head;
  expect(asked).toHaveBeenCalledTimes(1);
});

test('the record is asked once about all rooms, and read only for those that moved on elsewhere', async () => {
  const running = await start();
  const [quiet, moving] = [await openRoom(running), await openRoom(running)];
  const clients = [await connects(running, quiet), await connects(running, moving)];
  for (const client of clients) await client.looks();
  const { record } = running;
  const stored = await record.load(moving);
  const { newest, load } = running.asks;
  load.mockClear();
  // As another process writes, whose word of it is lost.
  const last = stored.at(-1);
  const event = {
    type: 'RoomEnded',
    data: { type: 'RoomEnded' },
    at: last?.at ?? 0,
    by: last?.by ?? null,
  };
  await record.append({
    roomId: moving,
    expectedSeq: stored.length,
    commandId: 'elsewhere',
    events: [event],
    projections: [],
  });
  const told = new Promise((resolve) => clients[1]?.socket.once('patch', resolve));
  vi.advanceTimersByTime(BEAT);
  await told;
  expect(newest.mock.calls).toEqual([[[quiet, moving]]]);
  expect(new Set(load.mock.calls.map(([roomId]) => roomId))).toEqual(new Set([moving]));
});

test('people on a process that fell silent are shown as away', async () => {
  const running = await start();
  const roomId = await openRoom(running);
  const hana = await connects(running, roomId);
  const links = await running.server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find(({ role }) => role === 'panelist')?.code : null;
  await running.server.rooms.join(person('pia'), code ?? '', 'pia');
  const members = (await running.server.runtime.state(roomId))?.members ?? [];
  const pia = members.find(({ name }) => name === 'pia')?.memberId ?? '';
  await hana.looks();

  const arrived = heard(hana, 'presence');
  running.hears({ kind: 'members-here', rooms: [[roomId, [pia]]] });
  expect(await arrived).toMatchObject({ here: expect.arrayContaining([pia]) });
  const read = vi.spyOn(running.server.runtime, 'state');
  running.hears({ kind: 'members-here', rooms: [[roomId, [pia]]] });
  // It says what is known, so nothing is read for it.
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
  running.later(SILENCE);
  const gone = heard(hana, 'presence');
  vi.advanceTimersByTime(BEAT);
  expect(await gone).toMatchObject({ here: expect.not.arrayContaining([pia]) });
});

test('[HOME-4] code to read at home is taken from an open window after its day, and is in no greeting', async () => {
  const running = await start();
  const roomId = await openRoom(running);
  const hana = await connects(running, roomId);
  const links = await running.server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find(({ role }) => role === 'candidate')?.code : null;
  await running.server.rooms.join(person('carl'), code ?? '', 'carl');
  const carl = await connects(running, roomId, 'carl');
  const open = { type: 'OpenHomeReading', itemId: 'x1' } as const;
  expect(await hana.sends(open)).toEqual({ ok: true });
  expect(await carl.sends({ type: 'ReadHomeCode' })).toEqual({ ok: true });
  expect(JSON.stringify(await carl.looks())).toContain('const x1 = 1;');

  running.later(A_DAY);
  const taken = new Promise((resolve) => carl.socket.once('patch', resolve));
  vi.advanceTimersByTime(BEAT);
  expect(JSON.stringify(await taken)).toContain('{"op":"replace","path":"/homeCode","value":null}');

  expect(await hana.sends(open)).toEqual({ ok: true });
  carl.socket.disconnect();
  running.later(A_DAY);
  const back = await connects(running, roomId, 'carl');
  await back.looks();
  expect(JSON.stringify(back.frames)).not.toContain('const x1 = 1;');
});
