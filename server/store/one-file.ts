import Libsql from 'libsql';
import Asynchronous from 'libsql/promise';

/** Prepared statements to keep. A batch's statements depend on the number of its appends, so there are some hundreds. */
const KEPT = 400;
/** Milliseconds for which a statement may block the event loop while another program has the file. */
const HELD_MS = 2;

/** The one connection to a SQLite file. It prepares each statement once, and keeps those that were used recently. */
export class OneFile {
  readonly #path: string;
  #connection: Libsql.Database;
  #kept = new Map<string, Libsql.Statement>();

  /** Throws when it cannot be opened. */
  constructor(path: string) {
    this.#path = path;
    this.#connection = connect(path);
  }

  prepare(sql: string): Libsql.Statement {
    const statement = this.#kept.get(sql) ?? this.#connection.prepare(sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    const oldest = this.#kept.size > KEPT ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
    return statement;
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /**
   * A commit waits for the disk, for milliseconds if others use it too. It does so on a thread of libsql, while this thread
   * goes on. Both of libsql's interfaces use the same connection, and `exec` is all that a commit needs.
   */
  async commit(): Promise<void> {
    await Reflect.apply(Asynchronous.prototype.exec, this.#connection, ['commit']);
  }

  /**
   * Reconnects. For SQLite a failed statement ends only when it is garbage-collected, which takes seconds, and until then its
   * connection cannot commit a transaction.
   */
  renew(): void {
    const fresh = connect(this.#path);
    this.#letGo();
    this.#connection = fresh;
  }

  /** Then everything is in the one file, so that it can be copied. */
  close(): void {
    try {
      this.#connection.pragma('wal_checkpoint(truncate)');
    } catch {
      // Committed data is in the log file beside it, and the next start finds it there.
    }
    this.#letGo();
  }

  #letGo(): void {
    this.#kept = new Map();
    this.#connection.close();
  }
}

function connect(path: string): Libsql.Database {
  const connection = new Libsql(path, { timeout: HELD_MS });
  // A commit is on the disk when it returns, and readers never wait for the writer.
  connection.pragma('journal_mode = wal');
  connection.pragma('synchronous = full');
  return connection;
}
