import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { z } from 'zod';
import type { Log } from '../log';
import type { Bus, BusMessage } from '../runtime/bus';

const CHANNEL = 'hotseat:bus';
/** Longest wait (ms) between two tries to reach Redis again. */
const RETRY_MAX_MS = 2_000;
/** Messages that wait for a Redis that fell silent; what is more is lost, as when it is away. */
const WAITING = 1_000;
/** How often (ms) this process says something to itself by way of Redis: what comes back proves the whole way. */
const ECHO_MS = 1_000;
/** Without an echo for so long (ms) the others are not heard. */
const SILENT_MS = 4_000;
/** After that long (ms) every other process has said who is connected to it: see the heartbeat of the rooms. */
const SETTLED_MS = 6_000;
/** Clocks of two processes that differ by less (ms) are alike. */
const SKEW_MS = 2_000;
/** A connection on which nothing came or went for so long (ms) is dead, whatever its operating system believes. */
const DEAD_MS = 8_000;

const envelope = z.object({
  from: z.string(),
  /** The sender's time (ms), in an echo. */
  at: z.number().optional(),
  /** Null: an echo. */
  message: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('room-moved'), roomId: z.string() }),
      z.object({ kind: z.literal('members-here'), roomId: z.string(), memberIds: z.array(z.string()) }),
      z.object({ kind: z.literal('code-moved'), roomId: z.string(), askId: z.string() }),
      z.object({ kind: z.literal('signed-out'), principalId: z.string() }),
      z.object({ kind: z.literal('session-ended'), sessionId: z.string() }),
    ]),
  ),
});

/** A bus over Redis pub/sub. A Redis that is not there, at the start or later, is said in the log and looked for. */
export function openRedisBus(url: string, log: Log, now: () => number = Date.now): Bus {
  const from = randomUUID();
  const publisher = createClient({
    url,
    commandsQueueMaxLength: WAITING,
    socket: {
      reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, RETRY_MAX_MS),
      connectTimeout: DEAD_MS,
      socketTimeout: DEAD_MS,
    },
  });
  const subscriber = publisher.duplicate();
  const hearing = watchEcho(log);
  const clocks = watchClocks(log);
  const listeners: ((message: BusMessage, from: string) => void)[] = [];
  for (const client of [publisher, subscriber])
    client.on('error', (error: unknown) => log.debug({ err: error }, 'Redis'));

  const send = (text: string) => {
    if (!publisher.isReady) return;
    publisher.publish(CHANNEL, text).catch((error: unknown) => {
      log.debug({ err: error }, 'a message to the other processes was lost');
    });
  };
  const take = (text: string) => {
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success) return;
    if (parsed.data.from === from) return hearing.echoed();
    if (parsed.data.at !== undefined) clocks.heard(parsed.data.from, parsed.data.at - now());
    if (parsed.data.message === null) return;
    for (const listener of listeners) listener(parsed.data.message, parsed.data.from);
  };
  // Both go on trying until they are closed, which ends what is waited for here with an error.
  publisher.connect().catch(() => {});
  subscriber
    .connect()
    .then(() => subscriber.subscribe(CHANNEL, take))
    .catch(() => {});
  const echoing = setInterval(() => {
    send(JSON.stringify({ from, at: now(), message: null }));
    hearing.look();
  }, ECHO_MS);

  return {
    alone: false,
    hears: hearing.isSettled,
    skewMs: clocks.largest,
    send: (message) => send(JSON.stringify({ from, message })),
    onMessage: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      clearInterval(echoing);
      subscriber.destroy();
      publisher.destroy();
    },
  };
}

/** Whether what this process says comes back, and for how long that has been so; the log hears of every change. */
function watchEcho(log: Log) {
  let lastEcho = performance.now();
  let heardSince: number | null = null;
  let isTold = false;
  return {
    echoed: () => {
      lastEcho = performance.now();
      if (heardSince !== null) return;
      heardSince = lastEcho;
      if (isTold) log.info({ state: 'redis-back' }, 'Redis is back: the other processes are heard again');
      isTold = false;
    },
    look: () => {
      if (isTold || performance.now() - lastEcho < SILENT_MS) return;
      heardSince = null;
      isTold = true;
      log.warn(
        { state: 'redis-gone' },
        'Redis does not answer: other processes hear of this one later, and who is connected to them is unknown',
      );
    },
    isSettled: () => heardSince !== null && performance.now() - heardSince > SETTLED_MS,
  };
}

/**
 * The log hears of a process whose clock differs by more than an announcement takes: what both write to one room is in one
 * order all the same, but how long somebody answered is off by as much.
 */
function watchClocks(log: Log) {
  const told = new Set<string>();
  const lately = new Map<string, { aheadMs: number; at: number }>();
  return {
    /** Of those that were heard lately (ms). */
    largest: () => {
      const since = performance.now() - SILENT_MS;
      for (const [process, { at }] of lately) if (at < since) lately.delete(process);
      return Math.max(0, ...[...lately.values()].map(({ aheadMs }) => Math.abs(aheadMs)));
    },
    heard: (process: string, aheadMs: number) => {
      lately.set(process, { aheadMs, at: performance.now() });
      const isOff = Math.abs(aheadMs) >= SKEW_MS;
      if (isOff && !told.has(process)) {
        told.add(process);
        log.warn(
          { state: 'clock-differs', process, aheadMs },
          'the clock of another process differs: set the machines’ clocks by NTP',
        );
      } else if (!isOff) told.delete(process);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
