import { type Logger, pino, type SerializedError, stdSerializers } from 'pino';
import { newReference } from './runtime/reference';

export type Log = Logger;

/**
 * Lines of JSON on standard error: standard output is left to what a person reads. Every line has a
 * reference of eight characters, its own where it was told to a person, by which people can speak of it.
 */
export function openLog(level: string): Log {
  const mixin = (merged: object) => ('reference' in merged ? {} : { reference: newReference() });
  const serializers = { err: withoutRows(stdSerializers.err) };
  return pino({ level, base: undefined, mixin, serializers }, pino.destination({ dest: 2, sync: true }));
}

/** Where PostgreSQL quotes the row, or the value, that it would not take. */
const QUOTING = ['detail', 'where', 'internalQuery'];

/** What V8 says of text that is no JSON, with some of the text. */
const NO_JSON = /Unexpected token .* is not valid JSON/gs;

/** People's words and keys do not belong in a log: of a database's error its message and its code remain. */
function withoutRows(serialize: (error: Error) => SerializedError) {
  return (error: Error) => {
    const told = serialize(error);
    // Somebody may throw what is no error.
    if (Object(told) !== told) return told;
    for (const name of QUOTING) if (name in told) Reflect.deleteProperty(told, name);
    for (const name of ['message', 'stack'] as const) {
      const text: unknown = told[name];
      if (typeof text === 'string') told[name] = text.replace(NO_JSON, 'what was read is no JSON');
    }
    return told;
  };
}
