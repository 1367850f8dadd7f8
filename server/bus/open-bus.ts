import type { Log } from '../log';
import { aloneBus, type Bus } from '../runtime/bus';
import { openRedisBus } from './redis-bus';

export type OpenedBus = { ok: true; bus: Bus } | { ok: false; problem: string };

/**
 * The way to the other processes: over Redis when there is an address. Without one nobody is told, and only a record
 * in SQLite, which one process holds, says that there is nobody to tell.
 */
export async function openBus(
  { redisUrl, databaseUrl }: { redisUrl: string | null; databaseUrl: string | null },
  log: Log,
): Promise<OpenedBus> {
  if (redisUrl === null) return { ok: true, bus: { ...aloneBus, alone: databaseUrl === null } };
  try {
    return { ok: true, bus: await openRedisBus(redisUrl, log) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `Redis cannot be reached: ${reason}. Start it, or correct REDIS_URL.` };
  }
}
