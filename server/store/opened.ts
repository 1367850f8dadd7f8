import type { Kysely } from 'kysely';
import { RecordUnavailable } from '../runtime/ports';
import type { Database } from '../runtime/tables';

/** A dialect's database; or one sentence that says what is wrong and the way out. */
export type Opened =
  | {
      ok: true;
      db: Kysely<Database>;
      /** Brings the tables up to date. Throws what the database said. */
      prepare(): Promise<void>;
      /** Does what an append does, and looks at whatever may keep the next from being written. Throws what is wrong. */
      prove(): Promise<void>;
      /** Lets go of it. */
      release(): Promise<void>;
      problem(error: unknown): string;
    }
  | { ok: false; problem: string };

/** What a database said, as the middle of a sentence. Connection errors of several addresses have a code alone. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof RecordUnavailable && error.cause !== undefined) return reasonOf(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
