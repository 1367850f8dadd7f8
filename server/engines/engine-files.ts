import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ServedFile } from '../process/front';
import { ENGINE_PATH, ENGINES } from '../protocol/engines';

/** The file at a path; null for any path that is none of an engine's. */
export type EngineFiles = (path: string) => Promise<ServedFile | null>;

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
};

/**
 * The engines' files, from their packages and from the folder with what was made of them. Each is compressed when it is
 * first asked for, and kept so: both engines together take 16 MB.
 */
export function openEngineFiles(made: string): EngineFiles {
  const [pyodide, pglite] = [folderOf('pyodide'), folderOf('@electric-sql/pglite')];
  const places = new Map<string, string>([
    ...Object.values(ENGINES).map(({ script }) => [script, made] as const),
    ...ENGINES.python.files.map((name) => [name, pyodide] as const),
    ...ENGINES.sql.files.map((name) => [name, name === 'cluster.tar.gz' ? made : pglite] as const),
  ]);
  const read = new Map<string, Promise<ServedFile>>();
  return async (path) => {
    const name = path.slice(ENGINE_PATH.length);
    const place = path.startsWith(ENGINE_PATH) ? places.get(name) : undefined;
    if (!place) return null;
    const file = read.get(name) ?? compressed(join(place, name));
    read.set(name, file);
    try {
      return await file;
    } catch (error) {
      read.delete(name);
      throw error;
    }
  };
}

/** Where a package keeps what it is made of: beside its entry. */
function folderOf(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(name)));
}

async function compressed(place: string): Promise<ServedFile> {
  const content = await readFile(place);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const type = TYPES[place.slice(place.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { type, etag: `"${hash}"`, gzipped: await promisify(gzip)(content) };
}
