import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { answer, answerStarting } from './answers';
import { SANDBOX_HEADERS, SANDBOX_PAGE, SANDBOX_PATH } from './code-sandbox';
import { CSP, type HeaderInput, securityHeaders } from './headers';
import { mayScrape } from './may-scrape';
import type { Pages } from './pages';

/** The path that Socket.IO answers. */
const SOCKETS = '/socket.io/';

export interface ServedFile {
  type: string;
  /** Of the content. */
  etag: string;
  gzipped: Buffer;
  /** Under its path there is never anything else, so that a browser need not ask again. */
  lasting?: boolean;
}

export interface FrontInput extends Omit<HeaderInput, 'nonce'> {
  /** Next's handler, once it is prepared. */
  pages: Promise<Pages>;
  /** Writes the client's address into a request before Next gets it. */
  stamp(request: IncomingMessage): void;
  /** `Set-Cookie` lines that keep the reader of a page signed in. */
  renewal(request: IncomingMessage): Promise<string[]>;
  /** A file that is served beside the pages, before they are ready; null for every other path. */
  file(path: string): Promise<ServedFile | null>;
  /** Whether an append would work now. */
  recordWorks(): Promise<boolean>;
  /** Whether people should be sent here rather than to another process. */
  isServable(): Promise<boolean>;
  metrics: { token: string | null; proxies: number; contentType: string; text(): Promise<string> };
  /** What a page that is not at Hotseat's own address is answered when it asks for a change; null for every other request. */
  elsewhere(request: IncomingMessage): object | null;
  /** Called with the failure of a request that got no proper answer. */
  failed(error: unknown): void;
}

export interface Front {
  handle: RequestListener;
  /** Closes a WebSocket that nobody handles, which would otherwise stay open for as long as its client wants. */
  upgrade(request: IncomingMessage, socket: Duplex): void;
  /** From now on `/readyz` and `/servable` say no, so that a load balancer chooses another process. */
  drain(): void;
  isDraining(): boolean;
}

/** Gets every request first: it answers health checks and metrics, sets the security headers, and passes the rest to Next. */
export function createFront(input: FrontInput): Front {
  let pages: Pages | null = null;
  let draining = false;
  input.pages.then(
    (prepared) => {
      pages = prepared;
    },
    // The code that prepares the pages reports the failure.
    () => {},
  );

  const readiness = async (response: ServerResponse): Promise<void> => {
    const state = { record: await input.recordWorks(), pages: pages !== null, draining };
    const ready = state.record && state.pages && !draining;
    answer(response, ready ? 200 : 503, { ready, ...state });
  };

  const servability = async (response: ServerResponse): Promise<void> => {
    const servable = pages !== null && !draining && (await input.isServable());
    answer(response, servable ? 200 : 503, { servable });
  };

  /** Whether that was all. */
  const measured = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { contentType, text } = input.metrics;
    const may = mayScrape(request, input.metrics);
    if (may === 'hidden') return false;
    if (may === 'yes') {
      response.setHeader('content-type', contentType);
      response.setHeader('cache-control', 'no-store');
      response.end(await text());
    } else {
      response.setHeader('www-authenticate', 'Bearer');
      answer(response, 401, { error: 'the token of METRICS_TOKEN is needed' });
    }
    return true;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const nonce = randomBytes(16).toString('base64');
    const headers = securityHeaders({ ...input, nonce });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (draining) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0];
    if (path === '/healthz') return answer(response, 200, { up: true });
    if (path === '/readyz') return readiness(response);
    if (path === '/servable') return servability(response);
    if (path === '/metrics' && (await measured(request, response))) return;
    if (path === SANDBOX_PATH) return sandbox(response);
    const file = path === undefined ? null : await input.file(path);
    if (file) return serveFile(request, response, file);
    const rejection = input.elsewhere(request);
    if (rejection) return answer(response, 403, rejection);
    if (!pages) return answerStarting(response);
    if (request.url !== undefined) request.url = decodable(request.url);
    input.stamp(request);
    if (opensPage(request)) await renew(request, response);
    request.headers[CSP] = headers[CSP];
    request.headers['x-nonce'] = nonce;
    nameEncoding(response);
    await pages.handle(request, response);
  };

  /** A page is shown even if its reader's cookie cannot be renewed. */
  const renew = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const lines = await input.renewal(request);
      if (lines.length > 0) response.setHeader('set-cookie', lines);
    } catch (error) {
      input.failed(error);
    }
  };

  return {
    handle: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        input.failed(error);
        if (response.headersSent) response.destroy();
        else answer(response, 500, { error: 'the page could not be made' });
      });
    },
    upgrade: (request, socket) => {
      // Next's development server has sockets of its own.
      if (input.dev || request.url?.startsWith(SOCKETS)) return;
      // Node no longer handles it, and an error without a listener would end the process.
      socket.on('error', () => {});
      // The client's half stays open until the client closes it or it is destroyed.
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n', () => socket.destroy());
    },
    drain: () => {
      draining = true;
    },
    isDraining: () => draining,
  };
}

/** Next answers an address that nobody can decode with a bare 400. A lone `%` is one, which a link gets from what it was pasted into. */
function decodable(url: string): string {
  return url.replaceAll(/(?:%[0-9a-f]{2})+|%/gi, (bytes) => {
    try {
      decodeURIComponent(bytes);
      return bytes;
    } catch {
      return bytes.replaceAll('%', '%25');
    }
  });
}

function sandbox(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SANDBOX_HEADERS)) response.setHeader(name, value);
  response.end(SANDBOX_PAGE);
}

/** Unless it is lasting, a browser asks each time whether it has changed, which costs it no download. */
async function serveFile(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { etag, type, gzipped, lasting }: ServedFile,
): Promise<void> {
  response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('etag', etag);
  if (headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const takesGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  const body = takesGzip ? gzipped : await promisify(gunzip)(gzipped);
  if (takesGzip) response.setHeader('content-encoding', 'gzip');
  response.setHeader('content-type', type);
  response.setHeader('content-length', body.byteLength);
  response.end(body);
}

/** A browser's own visit, not a page's fetch. Answers of `/api` set their own cookies. */
function opensPage({ method, headers, url }: IncomingMessage): boolean {
  return method === 'GET' && !!headers.accept?.includes('text/html') && !url?.startsWith('/api/');
}

/**
 * Next drops `content-encoding` from a route handler's answer. A route that compresses puts the encoding into this header
 * instead (`app/api/lasting-json.ts`), and here it gets the name that browsers read.
 */
const ENCODED_AS = 'x-encoded-as';

function nameEncoding(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    set(name.toLowerCase() === ENCODED_AS ? 'content-encoding' : name, value);
}
