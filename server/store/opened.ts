import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** A dialect's database and how to let go of it; or one sentence that says what is wrong and the way out. */
export type Opened =
  | { ok: true; db: Kysely<Database>; release(): Promise<void>; problem(error: unknown): string }
  | { ok: false; problem: string };

/** What a database said, as the middle of a sentence. Connection errors of several addresses have a code alone. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
