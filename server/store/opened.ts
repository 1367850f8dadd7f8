import type { Kysely, Transaction } from 'kysely';
import { RecordUnavailable } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import type { EncodedAppend } from './batch';
import type { MigrationNews } from './migrations';

/** A dialect's database, or one sentence that says what is wrong and what to do. */
export type Opened =
  | {
      ok: true;
      db: Kysely<Database>;
      /** Migrates the tables. Throws the database's error. */
      prepare(news: MigrationNews | undefined): Promise<void>;
      /** Does this work while no other process does any such; where another does, after it. */
      exclusively(work: () => Promise<void>): Promise<void>;
      /** Throws `EarlierVersion` where the tables are not those of this version. Those of an empty record are made. */
      check(): Promise<void>;
      /** Does what an append does, and checks whatever may prevent the next one. Throws the problem. */
      prove(): Promise<void>;
      /** Inserts the events of a batch whose appends all fit, and throws `Raced` for any other; null if it has no way of its own. */
      insertAtOnce: ((trx: Transaction<Database>, batch: readonly EncodedAppend[]) => Promise<void>) | null;
      /** Releases it. */
      release(): Promise<void>;
      problem(error: unknown): string;
    }
  | { ok: false; problem: string };

export type OpenedDatabase = Extract<Opened, { ok: true }>;

/** A database's error, as the middle of a sentence. A connection error for several addresses has only a code. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof RecordUnavailable && error.cause !== undefined) return reasonOf(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
