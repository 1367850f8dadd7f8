import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createFront } from './front';
import type { Pages } from './pages';

async function serve(
  pages: Promise<Pages>,
  renewal: () => Promise<string[]> = async () => [],
  {
    token = null,
    proxies = 0,
    elsewhere = () => null,
  }: {
    token?: string | null;
    proxies?: number;
    elsewhere?: (request: IncomingMessage) => object | null;
  } = {},
) {
  const front = createFront({
    publicUrl: 'http://localhost:3000',
    dev: false,
    signInOrigins: [],
    pages,
    stamp: () => {},
    renewal,
    file: async (path) =>
      path === '/code-engines/python.js'
        ? { type: 'text/javascript', etag: '"one"', gzipped: gzipSync('a script') }
        : null,
    recordWorks: async () => true,
    isServable: async () => true,
    metrics: { token, proxies, contentType: 'text/plain', text: async () => 'numbers 1\n' },
    elsewhere,
    failed: (error) => {
      throw error;
    },
  });
  const server = createServer(front.handle).listen(0, '127.0.0.1');
  server.on('upgrade', front.upgrade);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

test('before the pages are ready a request gets an answer at once, which says when to try again', async () => {
  let ready: (pages: Pages) => void = () => {};
  const { port } = await serve(
    new Promise<Pages>((resolve) => {
      ready = resolve;
    }),
  );
  const url = `http://127.0.0.1:${port}`;

  const early = await fetch(`${url}/new`);
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('1');
  expect(await early.text()).toBe('Hotseat is starting. Try again in a moment.\n');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const notYet = await fetch(`${url}/readyz`);
  expect(notYet.status).toBe(503);
  expect(await notYet.json()).toEqual({ ready: false, record: true, pages: false, draining: false });

  ready({ handle: async (_request, response) => void response.end('a page') });
  expect(await (await fetch(`${url}/new`)).text()).toBe('a page');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('an address that cannot be decoded reaches its page with its percent signs', async () => {
  const pages = { handle: async (request, response) => void response.end(request.url) } satisfies Pages;
  const { port } = await serve(Promise.resolve(pages));
  const asked = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  expect(await asked('/join/ABCD-EFGH-2345%')).toBe('/join/ABCD-EFGH-2345%25');
  expect(await asked('/join/ABCD%ff%zz')).toBe('/join/ABCD%25ff%25zz');
  expect(await asked('/join/ABCD%20%C3%A9?x=1')).toBe('/join/ABCD%20%C3%A9?x=1');
});

test('a compressed answer has the header that browsers read', async () => {
  const handle: Pages['handle'] = async (_request, response) => {
    response.setHeader('x-encoded-as', 'gzip');
    response.end(gzipSync('{"held":true}'));
  };
  const { port } = await serve(Promise.resolve({ handle }));
  const response = await fetch(`http://127.0.0.1:${port}/new`);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(response.headers.get('x-encoded-as')).toBeNull();
  expect(await response.json()).toEqual({ held: true });
});

test('a WebSocket that nobody handles is closed, whatever its client does with its own half', async () => {
  const { server, port } = await serve(new Promise(() => {}));
  const asks = async () => {
    const accepted = once(server, 'connection');
    // Like a program that never closes its half.
    const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).resume();
    onTestFinished(() => void client.destroy());
    client.write('GET /elsewhere HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n');
    const [socket]: Socket[] = await accepted;
    if (!socket) throw new Error('nobody connected');
    await once(server, 'upgrade');
    return { client, socket, ended: once(socket, 'close') };
  };
  const quiet = await asks();
  await quiet.ended;
  expect(quiet.socket.destroyed).toBe(true);
  const rude = await asks();
  // An error of the connection is not a failure of the server.
  rude.client.resetAndDestroy();
  await rude.ended;
  expect(rude.socket.destroyed).toBe(true);
});

test('only a page that a browser opens renews its reader’s cookie', async () => {
  const page: Pages = {
    handle: async (_request, response) => {
      response.appendHeader('set-cookie', 'own=1');
      response.end('a page');
    },
  };
  const { port } = await serve(Promise.resolve(page), async () => ['one=1; Path=/', 'two=2; Path=/']);
  const opens = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return response.headers.getSetCookie();
  };
  const headers = { accept: 'text/html,*/*' };
  expect(await opens('/new', { headers })).toEqual(['one=1; Path=/', 'two=2; Path=/', 'own=1']);
  expect(await opens('/new')).toEqual(['own=1']);
  expect(await opens('/api/auth/callback/oidc', { headers })).toEqual(['own=1']);
  expect(await opens('/new', { headers, method: 'POST' })).toEqual(['own=1']);
});

test('what runs checks in a browser is served before the pages are, and not again while it is the same', async () => {
  const { port } = await serve(new Promise(() => {}));
  const asks = (name: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/code-engines/${name}`, { headers });
  const first = await asks('python.js');
  expect(first.headers.get('content-type')).toBe('text/javascript');
  expect(await first.text()).toBe('a script');
  expect((await asks('python.js', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
  const plain = await asks('python.js', { 'accept-encoding': 'identity' });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'a script']);
  expect((await asks('other.js')).status).toBe(503);
});

/** A page that says which path Next was asked for. */
const NEXT: Pages = { handle: async (request, response) => void response.end(`Next: ${request.url}`) };

test('without a token, programs of this machine read its numbers, and nobody by way of a proxy', async () => {
  const { port } = await serve(Promise.resolve(NEXT));
  const proxied = await serve(Promise.resolve(NEXT), undefined, { proxies: 1 });
  const asks = (headers: Record<string, string>, at = port) =>
    new Promise<string>((resolve, reject) => {
      const asked = request({ port: at, host: '127.0.0.1', path: '/metrics', headers }, (response) => {
        text(response).then(resolve, reject);
      });
      asked.on('error', reject).end();
    });
  expect(await asks({ host: `localhost:${port}` })).toBe('numbers 1\n');
  expect(await asks({ host: 'panel.example.org' })).toBe('Next: /metrics');
  expect(await asks({ host: 'localhost', 'x-forwarded-for': '203.0.113.7' })).toBe('Next: /metrics');
  // As nginx passes on what anybody asks for, unless it is told to say more.
  expect(await asks({ host: `127.0.0.1:${proxied.port}` }, proxied.port)).toBe('Next: /metrics');
});

test('with a token set, a program that sends it reads the numbers', async () => {
  const { port } = await serve(Promise.resolve(NEXT), async () => [], {
    token: 'a token of this test',
    proxies: 1,
  });
  const asks = (authorization: string) =>
    fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization } });
  expect(await (await asks('Bearer a token of this test')).text()).toBe('numbers 1\n');
  for (const wrong of ['', 'Bearer', 'Bearer a token of this tes', 'Basic a token of this test']) {
    const answer = await asks(wrong);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('numbers');
  }
});

test('a request from a page at another address gets its answer before any page', async () => {
  const pages = { handle: async (_request, response) => void response.end('a page') } satisfies Pages;
  const { port } = await serve(Promise.resolve(pages), undefined, {
    elsewhere: ({ headers }) => (headers.origin === 'https://panel.example.org' ? { ok: false } : null),
  });
  const posts = (origin: string) =>
    fetch(`http://127.0.0.1:${port}/api/rooms`, { method: 'POST', headers: { origin } });
  const rejected = await posts('https://panel.example.org');
  expect(rejected.status).toBe(403);
  expect(await rejected.json()).toEqual({ ok: false });
  expect(await (await posts('http://localhost:3000')).text()).toBe('a page');
});
