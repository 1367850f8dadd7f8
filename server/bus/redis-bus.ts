import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import type { Log } from '../log';
import type { Bus } from '../runtime/bus';
import { type Carrier, type EchoBusSettings, openEchoBus } from './echo-bus';

const CHANNEL = 'hotseat:bus';
/** The longest wait (ms) between two attempts to reach Redis again. */
const RETRY_MAX_MS = 2_000;
/** Maximum characters that wait for a silent Redis; more messages are lost, as when it is away. */
const WAITING = 2_000_000;
/** What a message of no length takes, counted in characters. */
const EACH = 200;
/** A connection without traffic for this long (ms) is dead, even if the operating system has not noticed. */
const DEAD_MS = 8_000;

export interface RedisBusSettings extends Pick<EchoBusSettings, 'others' | 'recordWorks'> {
  now?: () => number;
  /** This process's id. */
  from?: string;
}

/** A bus over Redis pub/sub. If Redis is away, at the start or later, the log says so, and the bus keeps trying. */
export function openRedisBus(
  url: string,
  log: Log,
  { now = Date.now, from = randomUUID(), ...settings }: RedisBusSettings = {},
): Bus {
  return openEchoBus(redisCarrier(url, log), { ...settings, from, log, now });
}

function redisCarrier(url: string, log: Log): Carrier {
  const publisher = createClient({
    url,
    socket: {
      reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, RETRY_MAX_MS),
      connectTimeout: DEAD_MS,
      socketTimeout: DEAD_MS,
    },
  });
  const subscriber = publisher.duplicate();
  const failures = watchFailures<typeof publisher>(log);
  let isClosed = false;
  let waiting = 0;
  let lost = 0;
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => failures.failed(client, error));
    client.on('ready', () => failures.works(client));
  }
  // Both keep trying until they are closed, and then these promises reject.
  publisher.connect().catch(() => {});
  return {
    publish: (text) => {
      const size = text.length + EACH;
      if (!publisher.isReady || waiting + size > WAITING) {
        lost += 1;
        return;
      }
      waiting += size;
      publisher
        .publish(CHANNEL, text)
        .catch((error: unknown) => {
          if (isClosed) return;
          lost += 1;
          failures.failed(publisher, error);
        })
        .finally(() => {
          waiting -= size;
        });
    },
    lost: () => lost,
    problem: failures.last,
    onText: (listener) => {
      const subscribe = async (): Promise<void> => {
        try {
          await subscriber.subscribe(CHANNEL, listener);
        } catch (error) {
          if (isClosed) return;
          failures.failed(subscriber, error);
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

/** Keeps why each client failed last, until it works again. */
function watchFailures<Client extends object>(log: Log) {
  const reasons = new Map<Client, string>();
  return {
    failed: (client: Client, error: unknown) => {
      log.debug({ err: error }, 'Redis');
      reasons.set(client, reasonOf(error));
    },
    works: (client: Client) => void reasons.delete(client),
    last: () => [...reasons.values()][0] ?? null,
  };
}

/** An error about several addresses of one name has a code alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  return error.message || (typeof code === 'string' ? code : error.name);
}
