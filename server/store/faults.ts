import { RecordUnavailable } from '../runtime/ports';

/**
 * `raced`: another process wrote first, so try again. `bug`: these rows can never be written. `unavailable`: everything
 * else, from a full disk to a lost connection.
 */
export type Fault = 'raced' | 'bug' | 'unavailable';

/** Somebody wrote first, as a statement found without an error of the database. */
export class Raced extends Error {
  override name = 'Raced';
}

/** PostgreSQL: unique_violation, serialization_failure, deadlock_detected. */
const RACED = new Set([
  '23505',
  '40001',
  '40P01',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_BUSY_SNAPSHOT',
]);

/** PostgreSQL: data exceptions, integrity violations, syntax and names. */
const BUG = /^(22|23|42)...$|^SQLITE_(CONSTRAINT|MISMATCH|RANGE)/;

/** The meaning of an error from either database, by its code. */
export function faultOf(error: unknown): Fault {
  if (error instanceof TypeError) return 'bug';
  if (error instanceof Raced) return 'raced';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (RACED.has(code)) return 'raced';
  return BUG.test(code) ? 'bug' : 'unavailable';
}

/** The error that a driver throws for a database's error: `RecordUnavailable`, unless it is a bug. */
export function toThrow(error: unknown): unknown {
  return faultOf(error) === 'unavailable' ? unavailable(error) : error;
}

export function unavailable(cause: unknown): RecordUnavailable {
  if (cause instanceof RecordUnavailable) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new RecordUnavailable(`the record cannot be used now: ${message}`, { cause });
}
