import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds for requests under way to end. */
export const GRACE_MS = 6_000;
/** Milliseconds for everything after the announcement; a longer stop is not clean. */
const DEADLINE_MS = 12_000;
/**
 * A Ctrl-C reaches the process once from the terminal and again from each parent that forwards it, so signals within this
 * time (ms) count as one. A later one is from a person who does not want to wait.
 */
const SAME_WISH_MS = 500;

export interface Stopping {
  /** How long (ms) to wait after `announce` before anything stops. */
  announcedMs: number;
  /** Announces that this process will stop. It still accepts everything. */
  announce(): void;
  stop(): Promise<void>;
}

/**
 * Handles SIGINT, SIGTERM and the parent's end from now on. Until the returned function says what there is to stop, one of them
 * ends the process: as the first program of a container it would otherwise not notice them. Then it runs `announce` and `stop`,
 * once, and exits with 1 if that failed, took too long, or was cut short by a second signal.
 */
export function stopOnSignals(): (stopping: Stopping) => void {
  let stopping: Stopping | null = null;
  let since: number | null = null;
  const wish = () => {
    if (!stopping) process.exit(0);
    const { announcedMs, announce, stop } = stopping;
    const now = performance.now();
    if (since !== null) {
      // Commands under way are not answered: whoever started this process should know.
      if (now - since > SAME_WISH_MS) process.exit(1);
      return;
    }
    since = now;
    setTimeout(() => process.exit(1), announcedMs + DEADLINE_MS).unref();
    announce();
    delay(announcedMs)
      .then(stop)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', wish);
  process.on('SIGTERM', wish);
  process.on('disconnect', wish);
  return (known) => {
    stopping = known;
  };
}

/** Closes a server: it accepts no new connections, lets requests end for `grace` ms, then cuts every socket, also upgraded ones. */
export function closerOf(server: Server, grace: number): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      const cut = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, grace);
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
    });
}
