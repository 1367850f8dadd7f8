import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../cli/build';
import { PROTOCOL_VERSION } from '../protocol/words';
import { type Cluster, startCluster } from '../testing/cluster';
import { asksAsGuest, entersAsGuest } from '../testing/served';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';

let cluster: Cluster;

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  cluster = await startCluster({ processes: 2, env: { DRAIN_SECONDS: '0' } });
}, 300_000);
afterAll(() => cluster?.close());

/** The longest (ms) that anybody may wait for an answer. */
const PATIENCE_MS = 5_000;

/** The same as a person's browser asks: each on a connection of its own, which the balancer gives to the next process. */
async function asks(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string; ms: number }> {
  const asked = performance.now();
  const headers = { connection: 'close', origin: cluster.url, ...init.headers };
  const response = await fetch(cluster.url + path, { ...init, headers });
  return { status: response.status, text: await response.text(), ms: performance.now() - asked };
}

async function opensRoom(cookie: string) {
  return asks('/api/rooms', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ packId: 'software-engineer', ...testSettings('led', { agenda: [] }) }),
  });
}

async function connects(cookie: string, roomId: string): Promise<{ said: unknown; ms: number }> {
  const asked = performance.now();
  const socket: Socket = io(cluster.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { roomId, version: PROTOCOL_VERSION },
    extraHeaders: { cookie },
  });
  const said = await new Promise((resolve) => {
    socket.once('full', () => resolve('full'));
    socket.once('connect_error', (error) => resolve(Reflect.get(error, 'data')));
  });
  socket.disconnect();
  return { said, ms: performance.now() - asked };
}

const WITH_REFERENCE = /Reference [0-9a-f]{8}/;

test.each(['frozen', 'stopped'] as const)(
  'while PostgreSQL is %s people behind a balancer hear it from Hotseat, and in time',
  async (how) => {
    const cookie = await entersAsGuest(cluster.url);
    const { roomId } = JSON.parse((await opensRoom(cookie)).text).value;
    expect((await connects(cookie, roomId)).said).toBe('full');
    if (how === 'frozen') cluster.postgres.freeze();
    else await cluster.postgres.stop();
    // Both have noticed, and each knows that the other has not what it lacks.
    for (const { port } of cluster.processes)
      await vi.waitFor(async () => {
        expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(503);
        expect((await fetch(`http://localhost:${port}/servable`)).status).toBe(200);
      }, SOON);
    // And the balancer has looked at them since.
    await vi.waitFor(async () => expect((await asks('/servable')).status).toBe(200), SOON);

    for (let no = 0; no < 2; no += 1) {
      const opened = await opensRoom(cookie);
      expect(opened).toMatchObject({ status: 503, text: expect.stringMatching(WITH_REFERENCE) });
      expect(JSON.parse(opened.text)).toMatchObject({ code: 'unavailable' });
      const page = await asks(`/join/abcd-efgh-jkmn`, { headers: { cookie, accept: 'text/html' } });
      expect(page.status).toBe(500);
      expect(page.text).toContain('Hotseat');
      const asked = performance.now();
      const signIn = await (await asksAsGuest(cluster.url)).text();
      expect(signIn).toMatch(/error=Unavailable\.[0-9a-f]{8}/);
      const socket = await connects(cookie, roomId);
      expect(socket.said).toEqual({ code: 'unavailable' });
      for (const ms of [opened.ms, page.ms, performance.now() - asked - socket.ms, socket.ms])
        expect(ms).toBeLessThan(PATIENCE_MS);
    }

    // The other does not come back: it is the last.
    if (how === 'stopped') return;
    cluster.postgres.goOn();
    for (const { port } of cluster.processes)
      await vi.waitFor(
        async () => expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200),
        SOON,
      );
    await vi.waitFor(async () => expect((await opensRoom(cookie)).status).toBe(200), SOON);
    await vi.waitFor(async () => expect((await connects(cookie, roomId)).said).toBe('full'), SOON);
  },
  180_000,
);
