import type { Log } from '../log';

/** Smaller differences (ms) between the clocks of two processes do not matter. */
const SKEW_MS = 2_000;
/** A process that was not heard for this long (ms) is not counted, and after the longer time it is forgotten. */
const [SILENT_MS, FORGOTTEN_MS] = [4_000, 60_000];
/** How many of a process's last messages are compared, and with fewer than how many nothing is said yet. */
const [MOST, FEWEST] = [10, 3];

interface Peer {
  /** How far (ms) its clock seemed ahead at each of its last messages. */
  ahead: number[];
  heardAt: number;
}

/**
 * Logs a process whose clock differs by more than a message takes. The order of both processes' events in one room is still
 * right, but answers' times are wrong by this difference. A message that was late makes its sender seem behind, so each
 * process is judged by the one of its last messages that shows the smallest difference.
 */
export function watchClocks(log: Log) {
  const told = new Set<string>();
  const peers = new Map<string, Peer>();
  return {
    /** Of those that were heard lately (ms). */
    largest: () => {
      const since = performance.now() - SILENT_MS;
      const lately = [...peers.values()].filter(({ heardAt }) => heardAt >= since);
      return Math.max(0, ...lately.map((peer) => Math.abs(differenceOf(peer))));
    },
    heard: (process: string, aheadMs: number) => {
      const ahead = [...(peers.get(process)?.ahead ?? []), aheadMs].slice(-MOST);
      peers.set(process, { ahead, heardAt: performance.now() });
    },
    /** Not at each message: of those that were held up together the last is the least late. */
    look: () => {
      const since = performance.now() - FORGOTTEN_MS;
      for (const [process, peer] of peers) {
        const aheadMs = differenceOf(peer);
        if (peer.heardAt < since) peers.delete(process);
        if (peer.heardAt < since || Math.abs(aheadMs) < SKEW_MS) told.delete(process);
        else if (!told.has(process)) {
          told.add(process);
          log.warn(
            { state: 'clock-differs', process, aheadMs },
            'the clock of another process differs: set the machines’ clocks by NTP',
          );
        }
      }
    },
  };
}

function differenceOf({ ahead }: Peer): number {
  const [smallest = 0] = ahead.length < FEWEST ? [] : ahead.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  return smallest;
}
