import { type Logger, pino } from 'pino';
import { newReference } from './runtime/reference';

export type Log = Logger;

/**
 * Lines of JSON on standard error: standard output is left to what a person reads. Every line has a
 * reference of eight characters, its own where it was told to a person, by which people can speak of it.
 */
export function openLog(level: string): Log {
  const mixin = (merged: object) => ('reference' in merged ? {} : { reference: newReference() });
  return pino({ level, base: undefined, mixin }, pino.destination({ dest: 2, sync: true }));
}
