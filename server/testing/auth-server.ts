import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NextApiRequest, NextApiResponse } from 'next';
import type { AuthOptions } from 'next-auth';
import * as nextAuth from 'next-auth';

type Options = (headers: Headers) => AuthOptions;

export interface AuthServer {
  url: string;
  close(): Promise<void>;
}

/** next-auth's own handler on a free port, and an empty page for every other path. `open` gets the address. */
export async function startAuthServer(open: (url: string) => Options): Promise<AuthServer> {
  const server = createServer((request, response) => {
    void handle(request, response, url, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const options = open(url);
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, home: string, options: Options) {
  const { pathname, searchParams } = new URL(request.url ?? '/', home);
  if (!pathname.startsWith('/api/auth/')) return response.end('a page');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const asked = Object.assign(request, {
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.split('/').slice(3) },
    body: Object.fromEntries(new URLSearchParams(body)),
    cookies: Object.fromEntries(
      (request.headers.cookie ?? '').split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      }),
    ),
  });
  const answered = Object.assign(response, {
    status: (code: number) => Object.assign(answered, { statusCode: code }),
    json: (value: unknown) => response.end(JSON.stringify(value)),
    send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  await handler(asked as unknown as NextApiRequest, answered as unknown as NextApiResponse, options(headers));
}

// In Node's ESM the default import of a CommonJS module is its exports.
const imported: { default: unknown } = nextAuth;
const inner = Object(imported.default);
const handler: typeof nextAuth.default = inner.default ?? inner;
