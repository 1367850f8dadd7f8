import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface FaultyNetwork {
  port: number;
  /** From now on every chunk takes so long (ms) in each direction. */
  delay(ms: number): void;
  /** From now on no more than so many bytes a second pass in each direction of a connection. */
  slow(bytesASecond: number): void;
  /** Ends every connection with a reset. */
  reset(): void;
  /** The next chunk of at least so many bytes from the server arrives in half, and then the connection ends. */
  cutInMidFrame(bytes: number): void;
  /** Swallows everything in both directions, also of new connections, and nobody is told. */
  silence(isSilent: boolean): void;
  close(): Promise<void>;
}

/** A network between a client and the server on `target`, on which anything can go wrong. */
export async function startProxy(target: number): Promise<FaultyNetwork> {
  const open = new Set<Socket>();
  let [delayMs, isSilent, cutFrom] = [0, false, Number.POSITIVE_INFINITY];
  let bytesAMs = Number.POSITIVE_INFINITY;
  const carry = (from: Socket, to: Socket, isDown: boolean) => {
    open.add(from);
    from.on('error', () => to.destroy());
    from.once('close', () => {
      open.delete(from);
      if (!isSilent) to.destroy();
    });
    from.on('data', (chunk) => {
      if (isSilent) return;
      if (bytesAMs < Number.POSITIVE_INFINITY) {
        from.pause();
        setTimeout(() => from.resume(), chunk.length / bytesAMs);
      }
      if (isDown && chunk.length >= cutFrom) {
        cutFrom = Number.POSITIVE_INFINITY;
        to.write(chunk.subarray(0, chunk.length / 2), () => to.destroy());
        from.destroy();
      } else if (delayMs === 0) to.write(chunk);
      else setTimeout(() => to.writable && to.write(chunk), delayMs);
    });
  };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    carry(client, upstream, false);
    carry(upstream, client, true);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    delay: (ms) => {
      delayMs = ms;
    },
    slow: (bytesASecond) => {
      bytesAMs = bytesASecond / 1_000;
    },
    reset: () => {
      for (const socket of open) socket.resetAndDestroy();
    },
    cutInMidFrame: (bytes) => {
      cutFrom = bytes;
    },
    silence: (silent) => {
      isSilent = silent;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
