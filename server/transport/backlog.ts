import type { RoomSocket } from './connections';

/**
 * Unsent characters at which a connection is closed. A person's whole view is a few tens of kilobytes, so a client with
 * this backlog has not read for minutes, even if it answers pings.
 */
export const BACKLOG_LIMIT = 4_000_000;

/** What each connection is owed. */
const owedBy = new WeakMap<RoomSocket['conn'], () => number>();

/** Characters that this connection was sent and has not read. */
export function owedTo(connection: RoomSocket['conn']): number {
  return owedBy.get(connection)?.() ?? 0;
}

/**
 * Checks a connection's backlog before each queued packet, and cuts the connection if it is above `limit`. No message could
 * reach a client that does not read. A client that is there after all reconnects and gets its whole view. `ended` gets
 * the number of unsent characters.
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
    // A close frame would wait behind everything that was not read.
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
