import type { Log } from '../log';
import { aloneBus, type Bus } from '../runtime/bus';
import { openRedisBus } from './redis-bus';

/**
 * The connection to the other processes: over Redis, if there is an address. Without one nobody is told anything, and only a
 * record in SQLite, which one process locks, guarantees that there is nobody to tell.
 */
export function openBus(
  { redisUrl, databaseUrl, now }: { redisUrl: string | null; databaseUrl: string | null; now?: () => number },
  log: Log,
): Bus {
  return redisUrl === null ? { ...aloneBus, alone: databaseUrl === null } : openRedisBus(redisUrl, log, now);
}
