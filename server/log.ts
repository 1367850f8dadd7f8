import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Lines of JSON on standard error: standard output is left to what a person reads. */
export function openLog(level: string): Log {
  return pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));
}
