import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import Asynchronous from 'libsql/promise';
import { SECRET_FILE } from './folder';
import { reasonOf } from './opened';

/**
 * The problem of a folder's record before it is opened, as one sentence that says what to do; null if it may be opened or
 * created. This writes nothing, so that a damaged file stays unchanged for repair.
 */
export function findDamage(folder: string, file: string): string | null {
  const wayOut = 'Put a copy back, or name another folder in DATA_DIR.';
  const hadSecret = isWritten(join(folder, SECRET_FILE));
  const afresh = `Put a copy back; or, to begin afresh, delete ${hadSecret ? SECRET_FILE : 'the file'} too.`;
  if (!existsSync(file))
    return hadSecret ? `The record ${file} is gone, and ${SECRET_FILE} beside it is not. ${afresh}` : null;
  if (statSync(file).size === 0) return `The record ${file} is empty. ${afresh}`;
  let found: { problem: string | null; tables: number };
  try {
    found = inspect(file);
  } catch (error) {
    return `The record ${file} is damaged: ${reasonOf(error)}. ${wayOut}`;
  }
  if (found.problem !== null) return `The record ${file} is damaged: ${found.problem}. ${wayOut}`;
  // An interrupted first start leaves no secret, which is made after the tables.
  return found.tables === 0 && hadSecret ? `The record ${file} holds nothing. ${afresh}` : null;
}

function isWritten(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

function inspect(file: string): { problem: string | null; tables: number } {
  const readOnly = new Libsql(`${pathToFileURL(file).href}?mode=ro`, { timeout: 1_000 });
  try {
    const [first] = readOnly.prepare('pragma quick_check(1)').all();
    const said = String(Reflect.get(Object(first), 'quick_check'));
    const tables = readOnly.prepare("select name from sqlite_master where type = 'table'").all().length;
    return { problem: said === 'ok' ? null : said.replaceAll(/\s+/g, ' '), tables };
  } finally {
    readOnly.close();
  }
}

/** Free bytes that a disk must have. SQLite reuses its own space, so it notices late that the disk is full. */
const LEAST_FREE = 16 * 1024 * 1024;

/** Throws when the folder's disk has hardly any free space. */
export async function checkSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_FREE) throw new Error('the disk is full');
}

/** Fails if a page is damaged, in SQLite's only way to fail outside a trigger. */
const CHECK = `select case when exists (select 1 from pragma_quick_check(1) where quick_check <> 'ok') then json('damaged') end`;
/** How often (ms) all pages are read at most, and the share of the time that this may take. */
const CHECK_MS = 60_000;
const CHECK_SHARE = 0.01;

/**
 * Checks every page of a file, on a thread and a connection of its own, to find damaged pages before anybody reads them.
 * Rejects if the last finished check found damage: a large file takes longer than a health check waits, and it was checked
 * whole before it was opened.
 */
export function createPageCheck(file: string, now: () => number = () => performance.now()) {
  let next = Number.NEGATIVE_INFINITY;
  let finished: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const began = now();
    const connection = new Asynchronous(file, { timeout: 1_000 });
    try {
      await connection.exec(CHECK);
    } catch (error) {
      const isDamage = /malformed|not a database/.test(reasonOf(error));
      if (isDamage) throw new Error('some of its pages are damaged', { cause: error });
    } finally {
      connection.close();
      next = now() + Math.max(CHECK_MS, (now() - began) / CHECK_SHARE);
    }
  };
  return (): Promise<void> => {
    if (now() >= next) {
      next = Number.POSITIVE_INFINITY;
      const looked = look();
      const finish = () => {
        finished = looked;
      };
      looked.then(finish, finish);
    }
    return finished;
  };
}
