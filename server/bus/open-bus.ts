import type { Log } from '../log';
import { aloneBus, type Bus } from '../runtime/bus';
import { openRedisBus } from './redis-bus';

export type OpenedBus = { ok: true; bus: Bus } | { ok: false; problem: string };

/** The way to the other processes: over Redis when there is an address, else there are none. */
export async function openBus(redisUrl: string | null, log: Log): Promise<OpenedBus> {
  if (redisUrl === null) return { ok: true, bus: aloneBus };
  try {
    return { ok: true, bus: await openRedisBus(redisUrl, log) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `Redis cannot be reached: ${reason}. Start it, or correct REDIS_URL.` };
  }
}
