import type { RoomSocket } from './connections';

/**
 * Characters that one connection may be owed before it is closed. A person's whole view is a few tens of kilobytes, so
 * a client that is owed so much has not read for minutes, whatever it answers to pings: a pong is not reading.
 */
export const BACKLOG_LIMIT = 4_000_000;

/** What each connection is owed. */
const owedBy = new WeakMap<RoomSocket['conn'], () => number>();

/** Characters that this connection was sent and has not read. */
export function owedTo(connection: RoomSocket['conn']): number {
  return owedBy.get(connection)?.() ?? 0;
}

/**
 * Looks at what a connection is owed before each packet that is queued for it, and ends the connection when that is more
 * than `limit`: nothing can be said over a line that nobody reads, so it is cut, and a client that is there after all
 * comes back and gets its whole view. `ended` is told how many characters were owed.
 */
export function endUnread(
  connection: RoomSocket['conn'],
  ended: (owed: number) => void,
  limit = BACKLOG_LIMIT,
): void {
  let queued = 0;
  let beingWritten = 0;
  owedBy.set(connection, () => queued + beingWritten);
  connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    queued += data?.length ?? 0;
    if (queued + beingWritten <= limit || connection.readyState !== 'open') return;
    ended(queued + beingWritten);
    connection.close(true);
    // A close frame would wait behind all that was not read.
    connection.request.socket.destroy();
  });
  connection.on('flush', () => {
    beingWritten += queued;
    queued = 0;
  });
  connection.transport.on('drain', () => {
    beingWritten = 0;
  });
}
