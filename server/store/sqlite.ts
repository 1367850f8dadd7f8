import { closeSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DatabaseConnection, type Driver, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import Libsql from 'libsql';
import Asynchronous from 'libsql/promise';
import type { Database } from '../runtime/tables';
import { type FolderLock, lockFolder } from './folder-lock';
import { keepingStatements } from './kept-statements';
import { makeFolder } from './make-folder';
import { type Opened, reasonOf } from './opened';

/** Milliseconds to wait for somebody who reads or copies the file from outside. */
const BUSY_MS = 1_000;

/** The SQLite record in a folder that no other process may use meanwhile. */
export function openSqlite(dataDir: string): Opened {
  const folder = resolve(dataDir);
  let lock: FolderLock;
  try {
    // Only its owner may look inside: the record and the secret are there.
    makeFolder(folder);
    lock = lockFolder(folder);
  } catch (error) {
    const problem = `The folder ${folder} cannot be written: ${reasonOf(error)}. Correct its permissions, or name another folder in DATA_DIR.`;
    return { ok: false, problem };
  }
  if (!lock.ok) {
    const holder = lock.holder === null ? '' : ` (process ${lock.holder})`;
    const problem = `The folder ${folder} is in use by another Hotseat${holder}. Stop that one, or name another folder in DATA_DIR.`;
    return { ok: false, problem };
  }
  const { release } = lock;
  const problem = (error: unknown) =>
    `The record in ${folder} cannot be used: ${reasonOf(error)}. Put a copy back, or name another folder in DATA_DIR.`;
  try {
    const db = openFile(join(folder, 'hotseat.sqlite'));
    return { ok: true, db, release: () => db.destroy().then(release), problem };
  } catch (error) {
    release();
    return { ok: false, problem: problem(error) };
  }
}

function openFile(path: string): Kysely<Database> {
  // SQLite gives the files that it makes beside this one the same permissions.
  closeSync(openSync(path, 'a', 0o600));
  const file = new Libsql(path, { timeout: BUSY_MS });
  // A commit is on the disk when it returns, and readers never wait for the writer.
  file.pragma('journal_mode = wal');
  file.pragma('synchronous = full');
  return new Kysely<Database>({ dialect: new Dialect(file) });
}

class Dialect extends SqliteDialect {
  readonly #file: Libsql.Database;

  constructor(file: Libsql.Database) {
    super({ database: keepingStatements(file) });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new OneFileDriver(this.#file);
  }
}

class OneFileDriver extends SqliteDriver {
  readonly #file: Libsql.Database;

  constructor(file: Libsql.Database) {
    super({ database: keepingStatements(file) });
    this.#file = file;
  }

  /**
   * A commit waits for the disk, for milliseconds where others use it too. It does so on a thread of libsql, while this one
   * takes and sends; whoever wants the connection meanwhile waits their turn. Both of libsql's interfaces are the same
   * connection, of which `exec` alone needs nothing else.
   */
  override async commitTransaction(): Promise<void> {
    await Reflect.apply(Asynchronous.prototype.exec, this.#file, ['commit']);
  }

  /** On a full disk SQLite rolls back by itself: that nothing is left to roll back must not hide what went wrong. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!reasonOf(error).includes('no transaction is active')) throw error;
    }
  }
}
