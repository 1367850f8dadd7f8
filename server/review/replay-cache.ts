import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Replay } from '../protocol/replay';
import { type LoggedEvent, replaying } from './replay';

/** The time (ms) that one piece of the work keeps everybody else waiting. */
const PIECE_MS = 8;
/** Replays that are made at once: each reads everything that happened in a room. The others wait for their turn. */
const AT_ONCE = 2;
/** The most characters of JSON in all remembered replays together. */
const MOST = 32_000_000;

export interface ReplayWish {
  roomId: string;
  roundId: string;
  memberId: string;
}

interface Remembered {
  /** The room's last event then. A later one can change its rounds. */
  seq: number;
  replay: Promise<Replay | null>;
  size: number;
}

/**
 * Replays of whole rounds. Each is made once while nothing happens in its room, and the least recently used is
 * forgotten first.
 */
export function createReplays(
  loadLog: (roomId: string) => Promise<LoggedEvent[]>,
  lastSeq: (roomId: string) => Promise<number>,
): (wish: ReplayWish) => Promise<Replay | null> {
  const inTurn = atMost(AT_ONCE);
  const remembered = new Map<string, Remembered>();
  const trim = () => {
    let size = [...remembered.values()].reduce((sum, one) => sum + one.size, 0);
    for (const [key, one] of remembered) {
      if (size <= MOST) return;
      size -= one.size;
      remembered.delete(key);
    }
  };
  return async ({ roomId, roundId, memberId }) => {
    const key = `${roomId}/${roundId}/${memberId}`;
    const seq = await lastSeq(roomId);
    const known = remembered.get(key);
    remembered.delete(key);
    const one =
      known?.seq === seq
        ? known
        : {
            seq,
            size: 0,
            replay: inTurn(async () => inPieces(replaying(await loadLog(roomId), roundId, memberId))),
          };
    remembered.set(key, one);
    try {
      const replay = await one.replay;
      one.size ||= JSON.stringify(replay).length;
      trim();
      return replay;
    } catch (error) {
      if (remembered.get(key) === one) remembered.delete(key);
      throw error;
    }
  };
}

/** Runs this many pieces of work at once, the others in the order in which they came. */
function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

async function inPieces<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < PIECE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}
