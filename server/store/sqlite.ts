import { closeSync, existsSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Driver, Kysely, SqliteDialect } from 'kysely';
import type { Database } from '../runtime/tables';
import { checkSpace, createPageCheck, findDamage } from './check-file';
import { LOCK_FILE, RECORD_FILE } from './folder';
import { type FolderLock, lockFolder } from './folder-lock';
import { insertAtOnce } from './insert-at-once';
import { makeFolder } from './make-folder';
import { checkVersion, migrate } from './migrations';
import { OneFile } from './one-file';
import { OneFileDriver } from './one-file-driver';
import { type Opened, reasonOf } from './opened';
import { proveWritable } from './proof';

/** The SQLite record in a folder, which it locks for this process. */
export function openSqlite(dataDir: string): Opened {
  const folder = resolve(dataDir);
  let lock: FolderLock;
  try {
    // Only its owner may read it, since it holds the record and the secret.
    makeFolder(folder);
    lock = lockFolder(folder);
  } catch (error) {
    const problem = `The folder ${folder} cannot be written: ${reasonOf(error)}. Correct its permissions, or name another folder in DATA_DIR.`;
    return { ok: false, problem };
  }
  if (!lock.ok) return { ok: false, problem: lockProblem(folder, lock) };
  const { release } = lock;
  const file = join(folder, RECORD_FILE);
  const damage = findDamage(folder, file);
  if (damage !== null) {
    release();
    return { ok: false, problem: damage };
  }
  const problem = (error: unknown) =>
    `The record in ${folder} cannot be used: ${reasonOf(error)}. Put a copy back, or name another folder in DATA_DIR.`;
  try {
    const db = openFile(file);
    const checkPages = createPageCheck(file);
    return {
      ok: true,
      db,
      prepare: (news) => migrate(db, news),
      // The folder is locked: there is no other.
      exclusively: (work) => work(),
      check: () => checkVersion(db),
      prove: async () => {
        await Promise.all([checkSpace(folder), checkPages()]);
        await proveWritable(db);
      },
      insertAtOnce,
      release: () => db.destroy().then(release),
      problem,
    };
  } catch (error) {
    release();
    return { ok: false, problem: problem(error) };
  }
}

/** That another Hotseat has the folder, as one sentence that says the way out; null if none has. */
export function whoseFolder(dataDir: string): string | null {
  const folder = resolve(dataDir);
  if (!existsSync(join(folder, LOCK_FILE))) return null;
  const lock = lockFolder(folder);
  if (lock.ok) lock.release();
  return lock.ok ? null : lockProblem(folder, lock);
}

/** Why a folder cannot be had, as one sentence that says the way out. */
export function lockProblem(folder: string, lock: Extract<FolderLock, { ok: false }>): string {
  if (lock.reason === 'damaged')
    return `The lock ${join(folder, LOCK_FILE)} is damaged. When no other Hotseat runs in this folder, delete it.`;
  const holder = lock.holder === null ? '' : ` (process ${lock.holder})`;
  return `The folder ${folder} is in use by another Hotseat${holder}. Stop that one, or name another folder in DATA_DIR.`;
}

function openFile(path: string): Kysely<Database> {
  // SQLite gives the files that it makes beside this one the same permissions. An existing file is not opened here: closing it
  // would release every lock that this process has on it, and another program that opens it would then delete its log.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
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
