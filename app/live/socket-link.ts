import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ConnectionRejectionCode, ServerToClient } from '@/server/protocol/wire';
import { PROTOCOL_VERSION } from '@/server/protocol/words';
import type { Link, LinkEvents } from './link';
import { Waits } from './waits';
import { Ways } from './ways';

/** How long (ms) the first attempt to connect may take: it may be swallowed, and somebody looks at "Connecting…". */
const FIRST_TRY_MS = 2_500;
const TRY_MS = 5_000;
/** How long (ms) an answer may take before it counts as lost. */
const ANSWER_MS = 8_000;
/** Socket.IO does not reconnect automatically after a rejection; these are worth another try. */
const PASSING: ReadonlySet<ConnectionRejectionCode> = new Set<ConnectionRejectionCode>(['unavailable']);
const REJECTION_RETRY = { first: 2_000, most: 15_000 };
/** After the server closed the connection: another process may serve at once, and one that restarts in a second or two. */
const CLOSED_RETRY = { first: 800, most: 8_000 };

function rejectionOf(error: Error): ConnectionRejectionCode | null {
  const data: unknown = Reflect.get(error, 'data');
  if (typeof data !== 'object' || data === null) return null;
  const code: unknown = Reflect.get(data, 'code');
  return typeof code === 'string' ? (code as ConnectionRejectionCode) : null;
}

/** Browsers receive binary parts of a message as buffers. */
function asBytes(binary: Uint8Array | ArrayBuffer): Uint8Array {
  return binary instanceof Uint8Array ? binary : new Uint8Array(binary);
}

/**
 * The link over Socket.IO: a WebSocket, or long polling where the network lets none through and one process serves. Nothing
 * is sent while it is down: the command queue holds it.
 */
export function socketLink(roomId: string): Link {
  const ways = new Ways();
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ways.order(),
    tryAllTransports: true,
    upgrade: false,
    auth: { roomId, version: PROTOCOL_VERSION },
    autoConnect: false,
    reconnectionDelay: 250,
    reconnectionDelayMax: 3_000,
    timeout: FIRST_TRY_MS,
    forceNew: true,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const afterRejection = new Waits(REJECTION_RETRY);
  const afterClosing = new Waits(CLOSED_RETRY);
  const tryAgain = (waits: Waits) => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), waits.next());
  };

  const ask = async <T>(question: (timed: ReturnType<typeof socket.timeout>) => Promise<T>) => {
    if (!socket.connected) return null;
    try {
      return await question(socket.timeout(ANSWER_MS));
    } catch {
      return null;
    }
  };

  return {
    takesCode: true,
    open(events: LinkEvents) {
      socket.on('connect', () => {
        ways.worked(socket.io.engine.transport.name);
        afterRejection.worked();
        socket.io.engine.on('packet', events.traffic);
        events.up();
      });
      socket.on('disconnect', (reason) => {
        events.down();
        // The server disconnects when it drains or restarts. A removal is announced first, in `out`, which closes the link.
        if (reason === 'io server disconnect') tryAgain(afterClosing);
      });
      socket.on('connect_error', (error) => {
        const code = rejectionOf(error);
        if (code === null) {
          if (error.message === 'timeout') ways.ranOutOfTime();
          socket.io.opts.transports = ways.order();
          socket.io.timeout(TRY_MS);
          return events.down();
        }
        if (!PASSING.has(code)) return events.rejected(code);
        events.down();
        tryAgain(afterRejection);
      });
      socket.on('full', (frame) => {
        // A connection that is closed before it is greeted has not worked.
        afterClosing.worked();
        events.full(frame);
      });
      socket.on('patch', events.patch);
      socket.on('presence', events.presence);
      socket.on('head', events.head);
      socket.on('out', events.out);
      socket.on('code', ({ askId, update }) => events.code({ askId, update: asBytes(update) }));
      socket.on('cursor', events.cursor);
      socket.connect();
    },
    close() {
      clearTimeout(retry);
      socket.removeAllListeners();
      socket.disconnect();
    },
    hurry() {
      if (socket.connected) return;
      socket.disconnect().connect();
    },
    command: (body) => ask((timed) => timed.emitWithAck('command', body)),
    code: (body) => ask((timed) => timed.emitWithAck('code', body)),
    codeSync: async (body) => {
      const missing = await ask((timed) => timed.emitWithAck('codeSync', body));
      return missing && { update: asBytes(missing.update), vector: asBytes(missing.vector) };
    },
    cursor: (body) => {
      if (socket.connected) socket.volatile.emit('cursor', body);
    },
    sync: () => ask((timed) => timed.emitWithAck('sync')),
    time: () => ask((timed) => timed.emitWithAck('time')),
  };
}
