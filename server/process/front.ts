import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { SANDBOX_HEADERS, SANDBOX_PAGE, SANDBOX_PATH } from './code-sandbox';
import { CSP, type HeaderInput, securityHeaders } from './headers';
import { mayScrape } from './may-scrape';
import type { Pages } from './pages';

/** The path that Socket.IO answers. */
const SOCKETS = '/socket.io/';

export interface FrontInput extends Omit<HeaderInput, 'nonce'> {
  /** Next, when it is prepared. */
  pages: Promise<Pages>;
  /** Notes on a request where it came from, before Next gets it. */
  stamp(request: IncomingMessage): void;
  /** `Set-Cookie` lines that keep the person who opens a page signed in. */
  renewal(request: IncomingMessage): Promise<string[]>;
  /** Whether an append would be written now. */
  recordWorks(): Promise<boolean>;
  metrics: { token: string | null; contentType: string; text(): Promise<string> };
  /** Told what went wrong with a request that got no proper answer. */
  failed(error: unknown): void;
}

export interface Front {
  handle: RequestListener;
  /** Ends a WebSocket for which there is nobody: left alone it stays open for as long as its client likes. */
  upgrade(request: IncomingMessage, socket: Duplex): void;
  /** From now on `/readyz` says no, so that a load balancer looks elsewhere. */
  drain(): void;
  isDraining(): boolean;
}

/** The first to see a request: answers the health checks and who measures, sets the security headers, and hands on to Next. */
export function createFront(input: FrontInput): Front {
  let pages: Pages | null = null;
  let draining = false;
  input.pages.then(
    (prepared) => {
      pages = prepared;
    },
    // Told by whoever prepares the pages.
    () => {},
  );

  const readiness = async (response: ServerResponse): Promise<void> => {
    const state = { record: await input.recordWorks(), pages: pages !== null, draining };
    const ready = state.record && state.pages && !draining;
    answer(response, ready ? 200 : 503, { ready, ...state });
  };

  /** Whether that was all. */
  const measured = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { token, contentType, text } = input.metrics;
    const may = mayScrape(request, token);
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
    if (path === '/metrics' && (await measured(request, response))) return;
    if (path === SANDBOX_PATH) return sandbox(response);
    if (!pages) return starting(response);
    input.stamp(request);
    if (opensPage(request)) await renew(request, response);
    request.headers[CSP] = headers[CSP];
    request.headers['x-nonce'] = nonce;
    nameEncoding(response);
    await pages.handle(request, response);
  };

  /** A page is shown whatever becomes of its reader's cookie. */
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
      // Node has let go of it: an error that nobody hears would end the process.
      socket.on('error', () => {});
      // The half that is the client's stays open until the client ends it, or it is cut.
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n', () => socket.destroy());
    },
    drain: () => {
      draining = true;
    },
    isDraining: () => draining,
  };
}

function sandbox(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SANDBOX_HEADERS)) response.setHeader(name, value);
  response.end(SANDBOX_PAGE);
}

/** A browser's own visit, as against what a page fetches; `/api` answers set cookies of their own. */
function opensPage({ method, headers, url }: IncomingMessage): boolean {
  return method === 'GET' && !!headers.accept?.includes('text/html') && !url?.startsWith('/api/');
}

/**
 * Next drops `content-encoding` from what a route handler answers. A route that compresses names the encoding in this
 * header instead (`app/api/lasting-json.ts`), and it goes out under the name that browsers read.
 */
const ENCODED_AS = 'x-encoded-as';

function nameEncoding(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    set(name.toLowerCase() === ENCODED_AS ? 'content-encoding' : name, value);
}

/** Programs try again by `Retry-After`, browsers by `Refresh`; both in seconds. */
function starting(response: ServerResponse): void {
  response.statusCode = 503;
  response.setHeader('retry-after', '1');
  response.setHeader('refresh', '1');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end('Hotseat is starting. Try again in a moment.\n');
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}
