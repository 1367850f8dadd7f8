import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createFront } from './front';
import type { Pages } from './pages';

test('before the pages are ready a request is answered at once, and sent to come again', async () => {
  let ready: (pages: Pages) => void = () => {};
  const front = createFront({
    publicUrl: 'http://localhost:3000',
    dev: false,
    signInOrigins: [],
    pages: new Promise<Pages>((resolve) => {
      ready = resolve;
    }),
    stamp: () => {},
    recordHealthy: async () => true,
    failed: (error) => {
      throw error;
    },
  });
  const server = createServer(front.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

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
