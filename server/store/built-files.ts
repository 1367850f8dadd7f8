import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** A file as it is sent; what it holds never changes under this path. */
export interface BuiltFile {
  type: string;
  etag: string;
  gzipped: Buffer;
  lasting: true;
}

export interface BuiltFiles {
  /** Keeps this build's files for processes of other builds, and says that they are in use. */
  keep(signal?: AbortSignal): Promise<void>;
  /** A file that another build has and this one has not; null for any other path. */
  file(path: string): Promise<BuiltFile | null>;
  /** Deletes those of builds that no process has had for a week, at a time (ms). */
  sweep(at: number, signal: AbortSignal): Promise<void>;
}

export interface BuiltFilesInput {
  db: Kysely<Database>;
  /** With the files that Next serves under `PREFIX`. */
  folder: string;
  now(): number;
  failed(error: unknown): void;
}

const PREFIX = '/_next/static/';
/** For how long (ms) the files of a build are kept after its last process. A page stays open for days. */
const KEPT_MS = 7 * 86_400_000;
/** For how long (ms) the list of kept files counts as today's: a stranger who asks for what nobody has costs no more. */
const LISTED_MS = 2_000;
/** Files in one statement. */
const AT_ONCE = 20;

const TYPES: Record<string, string> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The scripts, styles and fonts of every build that serves this record, or did lately. While versions are exchanged a page of
 * one asks the other for its files, and a page that stayed open asks for those of a version that is gone.
 */
export function keepBuiltFiles({ db, folder, now, failed }: BuiltFilesInput): BuiltFiles {
  const own = listFiles(folder);
  let listed: { at: number; paths: Promise<ReadonlySet<string>> } | null = null;
  const others = (): Promise<ReadonlySet<string>> => {
    if (listed === null || performance.now() - listed.at > LISTED_MS)
      listed = { at: performance.now(), paths: pathsOf(db) };
    return listed.paths;
  };
  const keep = async (signal?: AbortSignal): Promise<void> => {
    const kept = await pathsOf(db);
    const used_at = now();
    const paths = [...(await own)];
    for (const some of inParts(paths)) {
      if (signal?.aborted) return;
      await db.updateTable('built_files').set({ used_at }).where('path', 'in', some).execute();
    }
    for (const some of inParts(paths.filter((path) => !kept.has(path)))) {
      if (signal?.aborted) return;
      const rows = await Promise.all(
        some.map(async (path) => ({ path, body: await read(folder, path), used_at })),
      );
      await db
        .insertInto('built_files')
        .values(rows)
        .onConflict((conflict) => conflict.column('path').doUpdateSet({ used_at }))
        .execute();
    }
  };
  return {
    keep: (signal) => keep(signal).catch(failed),
    file: async (asked) => {
      if (!asked.startsWith(PREFIX)) return null;
      const path = asked.slice(PREFIX.length);
      if ((await own).has(path)) return null;
      try {
        return (await others()).has(path) ? await load(db, path) : null;
      } catch (error) {
        failed(error);
        return null;
      }
    },
    sweep: async (at, signal) => {
      await keep(signal);
      if (!signal.aborted)
        await db
          .deleteFrom('built_files')
          .where('used_at', '<', at - KEPT_MS)
          .execute();
    },
  };
}

/** The paths in a folder, as a browser writes them. None where there is no build, as in development. */
async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((one) => one.isFile());
    return new Set(files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)));
  } catch {
    return new Set();
  }
}

async function pathsOf(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('built_files').select('path').execute();
  return new Set(rows.map(({ path }) => path));
}

async function read(folder: string, path: string): Promise<string> {
  const gzipped = await promisify(gzip)(await readFile(join(folder, path)));
  return gzipped.toString('base64');
}

async function load(db: Kysely<Database>, path: string): Promise<BuiltFile | null> {
  const row = await db.selectFrom('built_files').select('body').where('path', '=', path).executeTakeFirst();
  if (!row) return null;
  const gzipped = Buffer.from(row.body, 'base64');
  const etag = `"${createHash('sha256').update(gzipped).digest('base64url').slice(0, 22)}"`;
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', etag, gzipped, lasting: true };
}

function* inParts<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
