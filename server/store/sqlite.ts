import { closeSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Driver, Kysely, SqliteDialect } from 'kysely';
import type { Database } from '../runtime/tables';
import { type FolderLock, lockFolder } from './folder-lock';
import { makeFolder } from './make-folder';
import { migrate } from './migrations';
import { OneFile } from './one-file';
import { OneFileDriver } from './one-file-driver';
import { type Opened, reasonOf } from './opened';

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
    return { ok: true, db, prepare: () => migrate(db), release: () => db.destroy().then(release), problem };
  } catch (error) {
    release();
    return { ok: false, problem: problem(error) };
  }
}

function openFile(path: string): Kysely<Database> {
  // SQLite gives the files that it makes beside this one the same permissions.
  closeSync(openSync(path, 'a', 0o600));
  return new Kysely<Database>({ dialect: new Dialect(new OneFile(path)) });
}

class Dialect extends SqliteDialect {
  readonly #file: OneFile;

  constructor(file: OneFile) {
    super({ database: async () => Promise.reject(new Error('the driver has it')) });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new OneFileDriver(this.#file);
  }
}
