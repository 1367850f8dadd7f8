import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../cli/build';
import { PROTOCOL_VERSION } from '../protocol/words';
import { Browser } from '../testing/browser';
import { type Cluster, type ClusterProcess, startCluster } from '../testing/cluster';
import { testSettings } from '../testing/stories';

const OLD = 'the-old-secret-of-this-test-long-enough';
const NEW = 'the-new-secret-of-this-test-long-enough';

let cluster: Cluster;

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  cluster = await startCluster({ processes: 2, env: { AUTH_SECRET: OLD, DRAIN_SECONDS: '0' } });
}, 300_000);
afterAll(() => cluster?.close());

const at = ({ port }: ClusterProcess, path: string) => `http://localhost:${port}${path}`;

/** The name in the session of this browser, by an API route of a process; null when that says "signed out". */
async function sessionIn(browser: Browser, process: ClusterProcess): Promise<string | null> {
  const { response } = await browser.visit(at(process, '/api/account/sessions'));
  if (response.status === 401) return null;
  const { value } = await response.json();
  return value.find(({ current }: { current: boolean }) => current)?.id ?? null;
}

/** What a page, an API route and a live connection of a process make of the browser. */
async function seen(browser: Browser, process: ClusterProcess, roomId: string) {
  const page = await browser.visit(at(process, `/rooms/${roomId}`), { headers: { accept: 'text/html' } });
  const session = await sessionIn(browser, process);
  const socket: Socket = io(at(process, ''), {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { roomId, version: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  const live = await new Promise((resolve) => {
    socket.once('full', ({ audience }: { audience: string }) => resolve(audience));
    socket.once('connect_error', (error) => resolve(Reflect.get(error, 'data')));
  });
  socket.disconnect();
  return { page: page.url.pathname, session, live };
}

async function guest(name: string, process: ClusterProcess): Promise<Browser> {
  const browser = new Browser(at(process, ''));
  await browser.send('/api/auth/callback/guest', { name });
  return browser;
}

/** Rejects with what it said when it ends instead. */
async function serves(process: ClusterProcess): Promise<void> {
  const isReady = async () => expect((await fetch(at(process, '/readyz'))).status).toBe(200);
  await Promise.race([vi.waitFor(isReady, { timeout: 120_000, interval: 200 }), process.ended()]);
}

/** One after the other, as a runbook says; `between` is run while they differ, and after. */
async function roll(changed: Record<string, string>, between: () => Promise<void>): Promise<void> {
  for (const process of cluster.processes) {
    expect(await process.stop('SIGTERM')).toBe(0);
    process.start(changed);
    await serves(process);
    await between();
  }
}

test('a new secret, as the runbook says: nobody is signed out on any process, at any time', async () => {
  const [one, other] = cluster.processes;
  if (!one || !other) throw new Error('there are no two processes');
  const ada = await guest('Ada', one);
  const opened = await ada.visit('/api/rooms', {
    method: 'POST',
    headers: { origin: cluster.url, 'content-type': 'application/json' },
    body: JSON.stringify({ packId: 'software-engineer', ...testSettings('led', { agenda: [] }) }),
  });
  const { roomId } = (await opened.response.json()).value;
  const session = await sessionIn(ada, one);
  const same = { page: `/rooms/${roomId}`, session, live: 'host' };
  const isThere = async () => {
    for (const process of [one, other, one, other]) expect(await seen(ada, process, roomId)).toEqual(same);
  };
  await isThere();

  await roll({ NEXT_SECRET: NEW }, isThere);
  let rolled = 0;
  await roll({ AUTH_SECRET: NEW, NEXT_SECRET: '', FORMER_SECRETS: OLD }, async () => {
    await isThere();
    rolled += 1;
    if (rolled > 1) return;
    // The first process has the new secret already and the other has not.
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const bo = await guest('Bo', here);
      const id = await sessionIn(bo, here);
      expect(id).not.toBeNull();
      await bo.visit(at(here, '/'), { headers: { accept: 'text/html' } });
      await bo.visit(at(there, '/'), { headers: { accept: 'text/html' } });
      expect([await sessionIn(bo, there), await sessionIn(bo, here)]).toEqual([id, id]);
      // A form that one process gave, sent to the other.
      const { csrfToken } = await (await bo.visit(at(here, '/api/auth/csrf'))).response.json();
      await bo.visit(at(there, '/api/auth/signout'), {
        method: 'POST',
        body: new URLSearchParams({ csrfToken }),
      });
      expect([await sessionIn(bo, there), await sessionIn(bo, here)]).toEqual([null, null]);
    }
  });
  await roll({ AUTH_SECRET: NEW, FORMER_SECRETS: '' }, isThere);
}, 900_000);

test('a process with the old secret starts again while others have the new one, and leaves them theirs', async () => {
  const [one, other] = cluster.processes;
  if (!one || !other) throw new Error('there are no two processes');
  await one.stop('SIGKILL');
  one.start({ AUTH_SECRET: OLD, NEXT_SECRET: NEW, FORMER_SECRETS: '' });
  await serves(one);
  await other.stop('SIGKILL');
  other.start({ AUTH_SECRET: NEW, NEXT_SECRET: '', FORMER_SECRETS: '' });
  await serves(other);
  for (const process of [one, other]) expect((await fetch(at(process, '/readyz'))).status).toBe(200);
}, 900_000);
