import { once } from 'node:events';
import { createServer } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test, vi } from 'vitest';
import { openRedisBus } from './bus/redis-bus';
import { createIdentity, type Identity } from './identity/create-identity';
import { createPeople, type People, type Person } from './identity/people';
import { sessionCookieName } from './identity/session-cookie';
import { makeToken, sessionKey } from './identity/session-token';
import { createSessions, type Sessions } from './identity/sessions';
import { type Live, openLive } from './live';
import { openLog } from './log';
import { createMetrics } from './metrics/metrics';
import { PROTOCOL_VERSION } from './protocol/words';
import { aloneBus, type Bus, type BusMessage } from './runtime/bus';
import type { Session } from './runtime/principal';
import { openRecord } from './store/open';
import { createPackContents } from './store/pack-contents';
import { memorySnapshots } from './testing/memory-snapshots';
import { startPostgres } from './testing/postgres';
import { startRedis } from './testing/redis';
import { SOON } from './testing/soon';
import { testSettings } from './testing/stories';
import { tempFolder } from './testing/temp-folder';
import { testPack } from './testing/test-pack';
import { createPlanLimit, ROOMS_AN_HOUR } from './transport/room-limit';

const SECRET = 'a secret of this test, of thirty-two characters';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Process {
  live: Live;
  identity: Identity;
  people: People;
  sessions: Sessions;
  port: number;
}

async function startProcess(databaseUrl: string | null, bus: Bus): Promise<Process> {
  const opened = await openRecord({ databaseUrl, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const shared = { db, secret: SECRET, publicUrl: `http://127.0.0.1:${port}`, log: openLog('silent') };
  const identity = createIdentity({ ...shared, guests: true, guestLimit: 60 });
  const packs = { find: async () => ({ ok: true as const, value: testPack() }) };
  const contents = createPackContents({ db, reader: 1, now: Date.now });
  const live = openLive({
    judge: null,
    opinionsAnHour: 0,
    ...shared,
    http,
    record,
    contents,
    identity,
    packs,
    mayPlan: createPlanLimit(),
    now: Date.now,
    seed: () => 7,
    bus,
    metrics: createMetrics(),
    snapshots: memorySnapshots(),
  });
  closers.push(async () => {
    await live.close();
    await record.close();
  });
  return { live, identity, people: createPeople(db), sessions: createSessions(db), port };
}

/** Signs somebody in, as one more browser of theirs. */
async function signIn(at: Process, person: Person): Promise<Session> {
  return { id: await at.sessions.begin(person, null), principal: person.principal };
}

async function newGuest(at: Process, name: string): Promise<Session> {
  return signIn(at, await at.people.addGuest(name));
}

async function cookieOf({ id, principal }: Session): Promise<string> {
  const token = { principalId: principal.id, sessionId: id, name: principal.name };
  return `${sessionCookieName('http:', SECRET)}=${await makeToken(token, sessionKey(SECRET), Date.now())}`;
}

/** A browser that comes back by itself, with the cookie that it has then. */
async function connects(at: Process, roomId: string, session: Session) {
  const headers = { cookie: await cookieOf(session) };
  const socket: Socket = io(`http://127.0.0.1:${at.port}`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { roomId, version: PROTOCOL_VERSION },
    extraHeaders: headers,
    reconnectionDelay: 50,
  });
  closers.push(() => socket.disconnect());
  const rejections: unknown[] = [];
  socket.on('connect_error', (error) => rejections.push(Reflect.get(error, 'data')));
  await shown(socket);
  return { socket, headers, rejections };
}

const shown = (socket: Socket) => new Promise((resolve) => socket.once('full', resolve));

async function roomOf(at: Process, session: Session): Promise<string> {
  const opened = await at.live.rooms.open(session.principal, { packId: 'p', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.roomId;
}

test('who signs out everywhere while Redis is down loses the connections of other processes too', async () => {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const databaseUrl = await postgres.database();
  const start = async () => {
    const bus = openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    return startProcess(databaseUrl, bus);
  };
  const [one, other] = [await start(), await start()];
  const [ada, grace] = [await newGuest(one, 'Ada'), await newGuest(one, 'Grace')];
  const there = await connects(other, await roomOf(one, ada), ada);
  const bystander = await connects(other, await roomOf(one, grace), grace);

  await redis.stop();
  await one.identity.signOutEverywhere(ada.principal);
  await vi.waitFor(() => expect(there.rejections).toEqual([{ code: 'signed-out' }]), SOON);
  expect(there.socket.connected).toBe(false);
  expect(bystander.socket.connected).toBe(true);
  expect(bystander.rejections).toEqual([]);
});

test('a guest who signs in keeps the room open: the tab comes back as the account', async () => {
  const here = await startProcess(null, aloneBus);
  const guest = await newGuest(here, 'Ada');
  const roomId = await roomOf(here, guest);
  const [tab, stolen] = [await connects(here, roomId, guest), await connects(here, roomId, guest)];
  const login = { provider: 'github', providerAccountId: '1' };
  const id = await here.people.signIn(login, { name: 'Ada', email: null, image: null }, guest.principal.id);
  const account = await here.people.find(id);
  if (!account) throw new Error('nobody signed in');
  const again = shown(tab.socket);
  tab.headers.cookie = await cookieOf(await signIn(here, account));
  await again;
  await vi.waitFor(() => expect(stolen.rejections).toEqual([{ code: 'signed-out' }]), SOON);
  expect(tab.rejections).toEqual([]);
});

test('a session that is ended is told so at once, not by the next heartbeat, and the person’s others go on', async () => {
  const here = await startProcess(null, aloneBus);
  const laptop = await newGuest(here, 'Ada');
  const person = await here.people.find(laptop.principal.id);
  if (!person) throw new Error('nobody signed in');
  const phone = await signIn(here, person);
  const roomId = await roomOf(here, laptop);
  const [onLaptop, onPhone] = [await connects(here, roomId, laptop), await connects(here, roomId, phone)];
  const out = new Promise((resolve) => onPhone.socket.once('out', resolve));
  await here.identity.endSession(laptop.principal, phone.id);
  // A heartbeat would cut the line without a word.
  expect(await out).toEqual({ reason: 'signed-out' });
  onPhone.socket.connect();
  await vi.waitFor(() => expect(onPhone.rejections).toEqual([{ code: 'signed-out' }]), SOON);
  expect(onLaptop.socket.connected).toBe(true);
});

test('other processes end the connections of a session that was ended here', async () => {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const redis = await startRedis();
  closers.push(() => redis.stop());
  const databaseUrl = await postgres.database();
  const start = async () => {
    const bus = openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    return startProcess(databaseUrl, bus);
  };
  const [one, other] = [await start(), await start()];
  const laptop = await newGuest(one, 'Ada');
  const person = await one.people.find(laptop.principal.id);
  if (!person) throw new Error('nobody signed in');
  const phone = await signIn(one, person);
  const onPhone = await connects(other, await roomOf(one, laptop), phone);
  const out = new Promise((resolve) => onPhone.socket.once('out', resolve));
  await one.identity.endOtherSessions(laptop);
  expect(await out).toEqual({ reason: 'signed-out' });
});

test('simulated people are shown by every process and played by one, until that lets go', async () => {
  const told: string[][] = [];
  let hear: (message: BusMessage, from: string) => void = () => {};
  const bus: Bus = {
    ...aloneBus,
    alone: false,
    send: (message) => {
      if (message.kind === 'members-here') told.push(...message.rooms.map(([, memberIds]) => memberIds));
    },
    onMessage: (listener) => {
      hear = listener;
    },
  };
  const { live, people } = await startProcess(null, bus);
  const { principal } = await people.addGuest('Vera');
  const opened = await live.tryOuts.open(principal, 'observe');
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  await vi.waitFor(() => expect(told.at(-1)).toHaveLength(4), SOON);
  const memberIds = told.at(-1) ?? [];
  live.tryOuts.close();
  expect(told.at(-1)).toEqual([]);

  hear({ kind: 'members-here', rooms: [[roomId, memberIds]] }, 'another process');
  const before = told.length;
  expect(await live.tryOuts.spoken(principal, roomId)).toMatchObject({ ok: true });
  hear({ kind: 'members-here', rooms: [[roomId, []]] }, 'another process');
  expect(told).toHaveLength(before);
  expect(await live.tryOuts.spoken(principal, roomId)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(told.at(-1)).toEqual(memberIds), SOON);
});

test('rooms among simulated people do not count as rooms that a person opens, nor the other way round', async () => {
  const at = await startProcess(null, aloneBus);
  const session = await newGuest(at, 'Vera');
  const triesItOut = () => at.live.tryOuts.open(session.principal, 'observe');
  expect(await triesItOut()).toMatchObject({ ok: true });
  for (let no = 0; no < ROOMS_AN_HOUR; no += 1) await roomOf(at, session);
  const more = { packId: 'p', ...testSettings('led') };
  expect(await at.live.rooms.open(session.principal, more)).toMatchObject({ code: 'slow-down' });
  expect(await triesItOut()).toMatchObject({ ok: true });
});
