import { setTimeout as delay } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  RawNode,
  SelectQueryNode,
} from 'kysely';
import { faultOf, toThrow } from './faults';
import type { OneFile } from './one-file';

/** Milliseconds for which a write waits while another program has locked the file. */
const BUSY_MS = 1_000;
/** How often it tries meanwhile (ms). */
const LOOK_MS = 15;

/** The driver of a database in one file with one connection, which serves one query or transaction at a time. */
export class OneFileDriver implements Driver {
  readonly #file: OneFile;
  readonly #turns = new Turns();
  #isInTransaction = false;
  /** A statement failed: see `OneFile.renew`. */
  #isSpoilt = false;

  constructor(file: OneFile) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    return {
      executeQuery: <R>(query: CompiledQuery) => this.#execute<R>(query),
      streamQuery: () => {
        throw new Error('rows of one file are not streamed');
      },
    };
  }

  /**
   * Locks the file for writing before anything is written. If another program has it, this waits here, while this process can
   * still read and nothing is half done.
   */
  async beginTransaction(): Promise<void> {
    const until = performance.now() + BUSY_MS;
    for (;;) {
      try {
        this.#file.exec('begin immediate');
        this.#isInTransaction = true;
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw toThrow(error);
      }
      this.#turns.pass();
      await delay(LOOK_MS);
      await this.#turns.take();
    }
  }

  async commitTransaction(): Promise<void> {
    await this.#watch(() => this.#file.commit());
    this.#isInTransaction = false;
  }

  /** On a full disk SQLite rolls back automatically. The error that nothing is left to roll back must not hide the real one. */
  async rollbackTransaction(): Promise<void> {
    this.#isInTransaction = false;
    try {
      this.#file.exec('rollback');
    } catch (error) {
      if (!String(error).includes('no transaction is active')) throw error;
    }
  }

  async releaseConnection(): Promise<void> {
    try {
      if (this.#isSpoilt) this.#file.renew();
      this.#isSpoilt = false;
    } catch {
      // The next statement tries again, and its error says what is wrong with the file.
    } finally {
      this.#turns.pass();
    }
  }

  async destroy(): Promise<void> {
    await this.#turns.take();
    this.#file.close();
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isInTransaction || isRead(query)) return this.#watch(async () => this.#run<R>(query));
    await this.beginTransaction();
    try {
      const result = await this.#watch(async () => this.#run<R>(query));
      await this.commitTransaction();
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }

  #run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    const statement = this.#file.prepare(sql);
    // The rows have the query's type; Kysely tells its drivers no more.
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes } = statement.run(parameters);
    return { numAffectedRows: BigInt(changes), rows: [] };
  }

  /** A row that breaks a constraint does not affect the connection; any other failure does. */
  async #watch<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (faultOf(error) === 'unavailable') this.#isSpoilt = true;
      throw toThrow(error);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/** Handwritten SQL that only reads begins with these words. */
function isRead({ query, sql }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) || (RawNode.is(query) && /^\s*(select|pragma|explain)\b/i.test(sql));
}

/** One at a time, first come, first served. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  async take(): Promise<void> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
  }

  pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}
