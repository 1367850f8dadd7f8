import { join } from 'node:path';
import Libsql from 'libsql';
import { LOCK_FILE } from './folder';

export type FolderLock =
  | { ok: true; release(): void }
  | { ok: false; reason: 'in-use'; holder: number | null }
  | { ok: false; reason: 'damaged' };

/**
 * Locks a data folder for this process. The lock is a reserved lock on a database of its own. The operating system releases
 * it when the process ends for any reason, so there are no stale locks to clean up. Others can still read who holds it.
 * Throws when the folder cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  const db = new Libsql(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    db.exec('begin immediate');
    db.exec('create table if not exists holder (one integer primary key, pid integer not null)');
    db.prepare('insert or replace into holder values (1, ?)').run(process.pid);
    db.exec('commit');
    db.exec('begin immediate');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const busy = code.startsWith('SQLITE_BUSY');
    const holder = busy ? readHolder(db) : null;
    db.close();
    if (busy) return { ok: false, reason: 'in-use', holder };
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR|CONSTRAINT)/.test(code)) return { ok: false, reason: 'damaged' };
    throw error;
  }
  return {
    ok: true,
    release() {
      db.exec('rollback');
      db.close();
    },
  };
}

function readHolder(db: Libsql.Database): number | null {
  try {
    const [row] = db.prepare('select pid from holder').all();
    return typeof row === 'object' && row && 'pid' in row ? Number(row.pid) : null;
  } catch {
    return null;
  }
}
