import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answer, answerStarting } from './answers';

interface Answers {
  handle: RequestListener;
  /** Of a WebSocket that nobody else handles. */
  upgrade(request: IncomingMessage, socket: Duplex): void;
}

export interface Early {
  /** What the start is at, for anybody who asks. */
  isAt(what: string): void;
  /** From now on these answer. */
  handOver(answers: Answers): void;
}

/**
 * Answers from the moment that a server listens until it can serve. A start may migrate or rebuild for minutes, and whoever
 * watches the process would otherwise take it for one that hangs, and kill it.
 */
export function answerEarly(server: Server): Early {
  let at = 'opening the record';
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('x-content-type-options', 'nosniff');
    const path = request.url?.split('?', 1)[0];
    if (path === '/healthz') answer(response, 200, { up: true });
    else if (path === '/readyz') answer(response, 503, { ready: false, preparing: at });
    else if (path === '/servable') answer(response, 503, { servable: false });
    else answerStarting(response);
  };
  let now: Answers = { handle, upgrade: refuse };
  server.on('request', (request, response) => now.handle(request, response));
  server.on('upgrade', (request, socket) => now.upgrade(request, socket));
  return {
    isAt: (what) => {
      at = what;
    },
    handOver: (answers) => {
      now = answers;
    },
  };
}

/** Its browser tries again, and by then reaches this process or another one. */
function refuse(_request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => {});
  socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: 1\r\n\r\n', () =>
    socket.destroy(),
  );
}
