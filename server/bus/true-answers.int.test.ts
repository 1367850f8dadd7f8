import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../log';
import { memberByPrincipal } from '../room/core/state';
import { type LiveServer, person, startLiveServer, TestClient } from '../testing/live-server';
import { startPostgres } from '../testing/postgres';
import { startRedis, type TestRedis } from '../testing/redis';
import { testSettings } from '../testing/stories';
import { testPack } from '../testing/test-pack';
import { openRedisBus } from './redis-bus';

/** Two processes on one record, and rounds of one person's commands that alternate between them. */
const ROUNDS = 200;
/** Rooms that one case plays in, side by side. */
const ROOMS = 10;

const closers: (() => Promise<unknown>)[] = [];
let redis: TestRedis;
let one: LiveServer;
let other: LiveServer;

beforeAll(async () => {
  const postgres = await startPostgres();
  closers.push(() => postgres.stop());
  const databaseUrl = await postgres.database();
  redis = await startRedis();
  closers.push(() => redis.stop());
  const start = async (): Promise<LiveServer> => {
    const bus = openRedisBus(redis.url, openLog('silent'));
    closers.push(() => bus.close());
    const server = await startLiveServer({ dataDir: '/nowhere', databaseUrl, pack: testPack(), bus });
    closers.push(() => server.close());
    return server;
  };
  one = await start();
  other = await start();
});
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Room {
  roomId: string;
  askId: string;
  piaId: string;
  hana: TestClient;
  /** Pia's two windows, each on its own process. */
  here: TestClient;
  there: TestClient;
}

let people = 0;

/** A room on two processes with a live question from Pia: Hana and one of Pia's windows on one, Pia's other window on the other. */
async function playing(): Promise<Room> {
  people += 1;
  const [host, rater, candidate] = [`hana${people}`, `pia${people}`, `carl${people}`];
  const opened = await one.rooms.open(person(host), { packId: 'test-pack', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const links = await one.rooms.invites(person(host), roomId);
  for (const [role, name] of Object.entries({ panelist: rater, candidate })) {
    const url = links.ok ? links.value.find((link) => link.role === role)?.url : null;
    const joined = await one.rooms.join(person(name), url ?? '', name);
    if (!joined.ok) throw new Error(joined.message);
  }
  const connects = async (server: LiveServer, name: string) => {
    const client = new TestClient(server.port, name, roomId);
    closers.push(async () => client.socket.disconnect());
    await client.arrives();
    return client;
  };
  const hana = await connects(one, host);
  const [here, there] = [await connects(one, rater), await connects(other, rater)];
  await hana.sends({ type: 'StartRound', candidateId: null });
  expect(await here.sends({ type: 'PushItem', itemId: 'g1-q1', liveAskId: null })).toEqual({ ok: true });
  const state = await one.runtime.state(roomId);
  const askId = state?.rounds[0]?.asks[0]?.askId ?? '';
  const piaId = (state && memberByPrincipal(state, [`pr_${rater}`])?.memberId) ?? '';
  return { roomId, askId, piaId, hana, here, there };
}

/** How many of these rounds of a case went wrong, in several rooms at once. */
async function wrongIn(round: (room: Room) => Promise<boolean>): Promise<number> {
  const rooms = await Promise.all(Array.from({ length: ROOMS }, () => playing()));
  const counts = rooms.map(async (room) => {
    let wrong = 0;
    for (let no = 0; no < ROUNDS / ROOMS; no += 1) if (!(await round(room))) wrong += 1;
    return wrong;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** Three times `ok`, and the record has the last rating. */
async function ratesAnew({ roomId, askId, piaId, here, there }: Room): Promise<boolean> {
  const rates = (client: TestClient, value: number) => client.sends({ type: 'SubmitRating', askId, value });
  const answers = [await rates(here, 3), await rates(there, 4), await rates(here, 3)];
  const state = await other.runtime.state(roomId);
  return answers.every(({ ok }) => ok) && state?.rounds[0]?.asks[0]?.first[piaId]?.value === 3;
}

/** Promoted on one process, and accepted by the other at once; made an observer again, and rejected. */
async function actsAfterPromotion({ askId, piaId, hana, there }: Room): Promise<boolean> {
  const made = async (role: 'panelist' | 'observer') => {
    const answer = await hana.sends({ type: 'ChangeRole', memberId: piaId, role });
    if (!answer.ok) throw new Error(answer.message);
    return there.sends({ type: 'AddTime', askId, seconds: 30 });
  };
  const asObserver = await made('observer');
  const asPanelist = await made('panelist');
  return !asObserver.ok && asObserver.code === 'not-allowed' && asPanelist.ok;
}

test('with Redis up, the record has a person’s last rating, no matter which process got it', async () => {
  expect(await wrongIn(ratesAnew)).toBe(0);
});

test('with Redis up, a person may at once do on every process what their new role allows', async () => {
  expect(await wrongIn(actsAfterPromotion)).toBe(0);
});

test('the same holds with a slow Redis', async () => {
  let slow = true;
  const stutter = (async () => {
    while (slow) {
      redis.freeze();
      await new Promise((resolve) => setTimeout(resolve, 200));
      redis.goOn();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  try {
    expect(await wrongIn(ratesAnew)).toBe(0);
    expect(await wrongIn(actsAfterPromotion)).toBe(0);
  } finally {
    slow = false;
    await stutter;
  }
});

test('the same holds with Redis away', async () => {
  await redis.stop();
  expect(await wrongIn(ratesAnew)).toBe(0);
  expect(await wrongIn(actsAfterPromotion)).toBe(0);
});
