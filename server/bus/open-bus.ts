import type { Log } from '../log';
import { aloneBus, type Bus } from '../runtime/bus';
import { openRedisBus, type RedisBusSettings } from './redis-bus';

interface BusSettings extends RedisBusSettings {
  redisUrl: string | null;
  databaseUrl: string | null;
}

/**
 * The connection to the other processes: over Redis, if there is an address. Without one nobody is told anything. A record in
 * SQLite, which one process locks, guarantees that there is nobody to tell; one in PostgreSQL says whether there is.
 */
export function openBus({ redisUrl, databaseUrl, ...settings }: BusSettings, log: Log): Bus {
  if (redisUrl !== null) return openRedisBus(redisUrl, log, settings);
  if (databaseUrl === null) return aloneBus;
  const { others } = settings;
  const hears = () => others === undefined || others()?.size === 0;
  return { ...aloneBus, alone: false, hears, report: () => ({ ...aloneBus.report(), works: hears() }) };
}
