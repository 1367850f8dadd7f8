import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import type { Log } from '../log';
import type { Bus } from '../runtime/bus';
import { type Carrier, openEchoBus } from './echo-bus';

const CHANNEL = 'hotseat:bus';
/** The longest wait (ms) between two attempts to reach Redis again. */
const RETRY_MAX_MS = 2_000;
/** Maximum messages that wait for a silent Redis; more are lost, as when it is away. */
const WAITING = 1_000;
/** A connection without traffic for this long (ms) is dead, even if the operating system has not noticed. */
const DEAD_MS = 8_000;

export interface RedisBusSettings {
  now?: () => number;
  /** This process's id. */
  from?: string;
  others?: () => ReadonlySet<string> | null;
}

/** A bus over Redis pub/sub. If Redis is away, at the start or later, the log says so, and the bus keeps trying. */
export function openRedisBus(
  url: string,
  log: Log,
  { now = Date.now, from = randomUUID(), others }: RedisBusSettings = {},
): Bus {
  return openEchoBus(redisCarrier(url, log), { from, log, now, others });
}

function redisCarrier(url: string, log: Log): Carrier {
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
  let isClosed = false;
  for (const client of [publisher, subscriber])
    client.on('error', (error: unknown) => log.debug({ err: error }, 'Redis'));
  // Both keep trying until they are closed, and then these promises reject.
  publisher.connect().catch(() => {});
  return {
    publish: (text) => {
      if (!publisher.isReady) return;
      publisher.publish(CHANNEL, text).catch((error: unknown) => {
        log.debug({ err: error }, 'a message to the other processes was lost');
      });
    },
    onText: (listener) => {
      const subscribe = async (): Promise<void> => {
        try {
          await subscriber.subscribe(CHANNEL, listener);
        } catch (error) {
          if (isClosed) return;
          log.debug({ err: error }, 'Redis did not take the subscription');
          setTimeout(() => void subscribe(), RETRY_MAX_MS).unref();
        }
      };
      subscriber.connect().then(subscribe, () => {});
    },
    close: () => {
      isClosed = true;
      subscriber.destroy();
      publisher.destroy();
    },
  };
}
