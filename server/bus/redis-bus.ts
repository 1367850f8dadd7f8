import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { z } from 'zod';
import type { Log } from '../log';
import type { Bus, BusMessage } from '../runtime/bus';

const CHANNEL = 'hotseat:bus';
/** Longest wait (ms) between two tries to reach Redis again. */
const RETRY_MAX_MS = 2_000;
/** How long (ms) a Redis may take to answer at the start. */
const START_MS = 10_000;
/** Messages that wait for a Redis that fell silent; what is more is lost, as when it is away. */
const WAITING = 1_000;

const envelope = z.object({
  from: z.string(),
  message: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('room-moved'), roomId: z.string() }),
    z.object({ kind: z.literal('members-here'), roomId: z.string(), memberIds: z.array(z.string()) }),
    z.object({ kind: z.literal('code-moved'), roomId: z.string(), askId: z.string() }),
    z.object({ kind: z.literal('signed-out'), principalId: z.string() }),
    z.object({ kind: z.literal('session-ended'), sessionId: z.string() }),
  ]),
});

/** A bus over Redis pub/sub. Rejects when Redis cannot be reached at the start; afterwards it finds its way back. */
export async function openRedisBus(url: string, log: Log): Promise<Bus> {
  const from = randomUUID();
  const publisher = createClient({
    url,
    commandsQueueMaxLength: WAITING,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, RETRY_MAX_MS) },
  });
  const subscriber = publisher.duplicate();
  const listeners: ((message: BusMessage, from: string) => void)[] = [];
  let isDown = false;
  publisher.on('error', (error: unknown) => {
    if (!isDown) log.warn({ err: error }, 'Redis cannot be reached: other processes hear of this one later');
    isDown = true;
  });
  publisher.on('ready', () => {
    isDown = false;
  });
  // Both clients lose Redis together: the publisher tells.
  subscriber.on('error', () => {});
  await connectOnce(publisher);
  await connectOnce(subscriber);
  await subscriber.subscribe(CHANNEL, (text) => {
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success || parsed.data.from === from) return;
    for (const listener of listeners) listener(parsed.data.message, parsed.data.from);
  });
  return {
    alone: false,
    send: (message) => {
      if (!publisher.isReady) return;
      publisher.publish(CHANNEL, JSON.stringify({ from, message })).catch((error: unknown) => {
        log.debug({ err: error }, 'a message to the other processes was lost');
      });
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      subscriber.destroy();
      publisher.destroy();
    },
  };
}

interface Connectable {
  connect(): Promise<unknown>;
  once(event: 'error', listener: (error: unknown) => void): unknown;
  destroy(): void;
}

/** A first connection that fails is a wrong setting, not a passing cut: it is not tried again. */
async function connectOnce(client: Connectable): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    client.once('error', reject);
    late = setTimeout(() => reject(new Error(`no answer in ${START_MS / 1_000} s`)), START_MS);
  });
  try {
    await Promise.race([client.connect(), failed]);
  } catch (error) {
    client.destroy();
    throw error;
  } finally {
    clearTimeout(late);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
