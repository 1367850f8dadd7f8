import { once } from 'node:events';
import { createServer } from 'node:http';
import { encode } from 'next-auth/jwt';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test, vi } from 'vitest';
import { openRedisBus } from './bus/redis-bus';
import { createIdentity, type Identity } from './identity/create-identity';
import { createPeople, type People } from './identity/people';
import { type Live, openLive } from './live';
import { openLog } from './log';
import { PROTOCOL_VERSION } from './protocol/words';
import { aloneBus, type Bus } from './runtime/bus';
import type { Session } from './runtime/principal';
import { openRecord } from './store/open';
import { createPackContents } from './store/pack-contents';
import { startPostgres } from './testing/postgres';
import { startRedis } from './testing/redis';
import { SOON } from './testing/soon';
import { testSettings } from './testing/stories';
import { tempFolder } from './testing/temp-folder';
import { testPack } from './testing/test-pack';
import { createPlanLimit } from './transport/room-limit';

const SECRET = 'a secret of this test, of thirty-two characters';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Process {
  live: Live;
  identity: Identity;
  people: People;
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
  const identity = createIdentity({ ...shared, guests: true });
  const packs = { find: async () => ({ ok: true as const, value: testPack() }) };
  const contents = createPackContents({ db, reader: 1, now: Date.now });
  const live = openLive({
    ...shared,
    http,
    record,
    contents,
    identity,
    packs,
    mayPlan: createPlanLimit(),
    bus,
  });
  closers.push(async () => {
    await live.close();
    await record.close();
  });
  return { live, identity, people: createPeople(db), port };
}

async function cookieOf({ principal, epoch }: Session): Promise<string> {
  const token = { principalId: principal.id, epoch, name: principal.name };
  return `next-auth.session-token=${await encode({ token, secret: SECRET })}`;
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
  const refusals: unknown[] = [];
  socket.on('connect_error', (error) => refusals.push(Reflect.get(error, 'data')));
  await shown(socket);
  return { socket, headers, refusals };
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
    const bus = await openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    return startProcess(databaseUrl, bus);
  };
  const [one, other] = [await start(), await start()];
  const [ada, grace] = [await one.people.addGuest('Ada'), await one.people.addGuest('Grace')];
  const there = await connects(other, await roomOf(one, ada), ada);
  const bystander = await connects(other, await roomOf(one, grace), grace);

  await redis.stop();
  await one.identity.signOutEverywhere(ada.principal);
  await vi.waitFor(() => expect(there.refusals).toEqual([{ code: 'signed-out' }]), SOON);
  expect(there.socket.connected).toBe(false);
  expect(bystander.socket.connected).toBe(true);
  expect(bystander.refusals).toEqual([]);
});

test('a guest who signs in keeps the room open: the tab comes back as the account', async () => {
  const here = await startProcess(null, aloneBus);
  const guest = await here.people.addGuest('Ada');
  const roomId = await roomOf(here, guest);
  const [tab, stolen] = [await connects(here, roomId, guest), await connects(here, roomId, guest)];
  const login = { provider: 'github', providerAccountId: '1' };
  const id = await here.people.signIn(login, { name: 'Ada', email: null, image: null }, guest.principal.id);
  const account = await here.people.find(id);
  if (!account) throw new Error('nobody signed in');
  const again = shown(tab.socket);
  tab.headers.cookie = await cookieOf(account);
  await again;
  await vi.waitFor(() => expect(stolen.refusals).toEqual([{ code: 'signed-out' }]), SOON);
  expect(tab.refusals).toEqual([]);
});
