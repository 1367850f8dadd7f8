import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { z } from 'zod';
import { findDamage } from './check-file';
import { RECORD_FILE, SECRET_FILE } from './folder';
import { lockFolder } from './folder-lock';
import { makeFolder } from './make-folder';
import { reasonOf } from './opened';
import { dumpPostgres, markInPostgres, restorePostgres } from './postgres-dump';
import { markOf, SECRET_MARK } from './secret-mark';
import { lockProblem } from './sqlite';

/** Written last: a back-up that was cut short has none, and is not restored. */
const MANIFEST = 'backup.json';
const DUMP_FILE = 'hotseat.pgdump';
/** One secret on each line. */
const FORMER_FILE = 'former-secrets';

const manifest = z.strictObject({
  format: z.literal('hotseat-backup'),
  version: z.literal(1),
  record: z.enum(['sqlite', 'postgres']),
  /** ISO 8601. */
  at: z.string(),
});
type RecordKind = z.infer<typeof manifest>['record'];

export interface BackedUp {
  dataDir: string;
  databaseUrl: string | null;
  authSecret: string | null;
  /** Secrets from before, by which guests are recognised who have not been back since. */
  formerSecrets: readonly string[];
}

/** Done, perhaps with a sentence that says what is left to do; or one that says what is in the way, and the way out. */
export type BackupResult = { ok: true; left?: string } | { ok: false; problem: string };

const no = (problem: string): BackupResult => ({ ok: false, problem });

/**
 * Copies the record, as it is at one moment, with the secret that belongs to it into a new folder, and looks the copy over. The
 * server may be running.
 */
export async function backUp(from: BackedUp, into: string, now: Date): Promise<BackupResult> {
  const folder = resolve(into);
  const source = join(resolve(from.dataDir), RECORD_FILE);
  if (from.databaseUrl === null && !existsSync(source)) return no(`There is no record ${source}.`);
  try {
    return await copyInto(from, source, folder, now);
  } catch (error) {
    return no(`The back-up could not be written to ${folder}: ${reasonOf(error)}.`);
  }
}

async function copyInto(from: BackedUp, source: string, folder: string, now: Date): Promise<BackupResult> {
  const secret = from.authSecret ?? keptSecret(resolve(from.dataDir));
  if (secret === null)
    return no(
      `There is no secret: neither ${join(resolve(from.dataDir), SECRET_FILE)} nor AUTH_SECRET. Without it every guest of a copy would be a stranger.`,
    );
  const mark = from.databaseUrl === null ? markInSqlite(source) : await markInPostgres(from.databaseUrl);
  if (mark !== null && ![secret, ...from.formerSecrets].some((one) => markOf(one) === mark))
    return no(
      from.authSecret === null
        ? `The secret in ${join(resolve(from.dataDir), SECRET_FILE)} is not that of this record: every guest of a copy would be a stranger. Set AUTH_SECRET to the one that the server is started with.`
        : 'AUTH_SECRET is not the secret of this record: every guest of a copy would be a stranger. Set it to the one that the server is started with.',
    );
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return no(`${folder} is not empty. Name a new folder.`);
  makeFolder(folder);
  const copy = join(folder, from.databaseUrl === null ? RECORD_FILE : DUMP_FILE);
  const problem =
    from.databaseUrl === null ? copySqlite(source, copy) : await dumpPostgres(from.databaseUrl, copy);
  if (problem !== null) return no(problem);
  chmodSync(copy, 0o600);
  makeLasting(copy);
  const damage = from.databaseUrl === null ? findDamage(folder, copy) : null;
  if (damage !== null) return no(damage);
  writeLasting(join(folder, SECRET_FILE), `${secret}\n`);
  if (from.formerSecrets.length > 0)
    writeLasting(join(folder, FORMER_FILE), `${from.formerSecrets.join('\n')}\n`);
  const record: RecordKind = from.databaseUrl === null ? 'sqlite' : 'postgres';
  const said: z.infer<typeof manifest> = {
    format: 'hotseat-backup',
    version: 1,
    record,
    at: now.toISOString(),
  };
  writeLasting(join(folder, MANIFEST), `${JSON.stringify(said, null, 2)}\n`);
  return { ok: true };
}

/** Puts a back-up where there is no record yet. Nothing is written over. */
export async function restore(to: BackedUp, from: string): Promise<BackupResult> {
  const folder = resolve(from);
  const found = readManifest(folder);
  if (found === null) return no(`${folder} holds no finished back-up.`);
  const secret = keptSecret(folder);
  if (secret === null) return no(`The back-up in ${folder} lacks its ${SECRET_FILE}.`);
  if (to.authSecret !== null && to.authSecret !== secret)
    return no(
      `AUTH_SECRET is another secret than this back-up's, with which every guest would be a stranger. Set it to what ${join(folder, SECRET_FILE)} holds, or take it out.`,
    );
  if (to.databaseUrl === null && found === 'postgres')
    return no('This is a back-up of PostgreSQL. Name an empty database in DATABASE_URL.');
  if (to.databaseUrl !== null && found === 'sqlite')
    return no('This is a back-up of SQLite, and DATABASE_URL names a database. Take it out.');
  try {
    const done =
      to.databaseUrl === null ? restoreSqlite(to, folder, secret) : await restoreDump(to.databaseUrl, folder);
    return done.ok ? { ok: true, left: formerLeft(to, folder) } : done;
  } catch (error) {
    return no(`The back-up could not be restored: ${reasonOf(error)}.`);
  }
}

async function restoreDump(databaseUrl: string, folder: string): Promise<BackupResult> {
  const problem = await restorePostgres(databaseUrl, join(folder, DUMP_FILE));
  return problem === null ? { ok: true } : no(problem);
}

/** Settings alone name former secrets, so that the person who restores has to write them. */
function formerLeft({ formerSecrets }: BackedUp, folder: string): string | undefined {
  const file = join(folder, FORMER_FILE);
  const former = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return former.every((secret) => formerSecrets.includes(secret))
    ? undefined
    : `Write the secrets of ${file} into FORMER_SECRETS, with commas between them: guests who have not been back since are known by them.`;
}

function restoreSqlite(to: BackedUp, folder: string, secret: string): BackupResult {
  const copy = join(folder, RECORD_FILE);
  const damage = existsSync(copy) ? findDamage(folder, copy) : `The back-up in ${folder} lacks its record.`;
  if (damage !== null) return no(damage);
  const dataDir = resolve(to.dataDir);
  makeFolder(dataDir);
  const lock = lockFolder(dataDir);
  if (!lock.ok) return no(lockProblem(dataDir, lock));
  try {
    const file = join(dataDir, RECORD_FILE);
    // A restoring that was cut short has left this back-up's own secret.
    const isOwn = keptSecret(dataDir) === secret;
    const others = isOwn ? [] : [join(dataDir, SECRET_FILE)];
    const there = [file, `${file}-wal`, ...others].find((path) => existsSync(path));
    if (there !== undefined)
      return no(`There is a record already: ${there}. Move it away, or name another folder in DATA_DIR.`);
    const part = `${file}.part`;
    copyFileSync(copy, part);
    makeLasting(part);
    if (to.authSecret === null && keptSecret(dataDir) === null)
      writeLasting(join(dataDir, SECRET_FILE), `${secret}\n`);
    renameSync(part, file);
    makeLasting(dataDir);
    return { ok: true };
  } finally {
    lock.release();
  }
}

/** By SQLite itself, which sees one moment of a record that goes on. */
function copySqlite(source: string, copy: string): null {
  const readOnly = new Libsql(`${pathToFileURL(source).href}?mode=ro`, { timeout: 10_000 });
  try {
    readOnly.exec(`vacuum into '${copy.replaceAll("'", "''")}'`);
  } finally {
    readOnly.close();
  }
  return null;
}

function markInSqlite(source: string): string | null {
  const readOnly = new Libsql(`${pathToFileURL(source).href}?mode=ro`, { timeout: 10_000 });
  try {
    const table = "select 1 from sqlite_master where type = 'table' and name = 'marks'";
    if (!readOnly.prepare(table).get()) return null;
    const row = readOnly.prepare('select value from marks where name = ?').get(SECRET_MARK);
    const value: unknown = Reflect.get(Object(row), 'value');
    return typeof value === 'string' ? value : null;
  } finally {
    readOnly.close();
  }
}

function readManifest(folder: string): RecordKind | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))).record;
  } catch {
    return null;
  }
}

function keptSecret(folder: string): string | null {
  const file = join(folder, SECRET_FILE);
  const secret = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return secret === '' ? null : secret;
}

/** For its owner alone, and only where there is no such file. */
function writeLasting(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  makeLasting(file);
}

/** On the disk, whatever happens to the machine. */
function makeLasting(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
