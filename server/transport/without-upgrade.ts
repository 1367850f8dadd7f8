import type { IncomingMessage } from 'node:http';
import type { Log } from '../log';
import type { RoomServer, RoomSocket } from './connections';

/** A line of the log, for the operator. */
const PROXY =
  'A request for /socket.io/ came without a WebSocket upgrade. A proxy in front has to pass upgrades on: HTTP/1.1 to Hotseat, with the headers Upgrade and Connection as they came (nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";). This is said once.';
const POLLING =
  'Somebody is connected by long polling, which costs more than a WebSocket: their network, or a proxy in front of Hotseat, passes no WebSockets. This is said once.';

/** Engine.IO's code for a page at another address, of which `elsewhere` says more. */
const FORBIDDEN = 4;

/** Says in the log, once, that WebSockets do not get through, and what a proxy has to do. */
export function watchForUpgrades({ engine }: RoomServer, log: Log): void {
  const once = (level: 'info' | 'warn', words: string) => {
    let said = false;
    return () => {
      if (!said) log[level](words);
      said = true;
    };
  };
  const [sayProxy, sayPolling] = [once('warn', PROXY), once('info', POLLING)];
  engine.on('connection_error', ({ req, code }: { req?: IncomingMessage; code?: number }) => {
    if (req && req.headers.upgrade === undefined && code !== FORBIDDEN) sayProxy();
  });
  engine.on('connection', ({ transport }: RoomSocket['conn']) => {
    if (transport.name === 'polling') sayPolling();
  });
  // Answers to polling are no pages.
  engine.on('headers', (headers: Record<string, string>) => {
    headers['x-content-type-options'] = 'nosniff';
  });
}
