import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ROOT } from './bundle';

/** The maximum size of the room's page, as a multiple of an empty Next page. */
export const MOST = 1.6;
const PAGE = '/room/[roomId]/page';
/** Where Next puts what it builds. */
export const BUILT = join(ROOT, '.next');

export interface PageSize {
  /** Bytes of gzipped JavaScript: for React and Next alone, and for everything on the room's page. */
  empty: number;
  room: number;
  /** The files of the room's page with all of its screens. */
  files: string[];
}

/**
 * What a person downloads for a room, compared with an empty page of Next. For the room it counts the files of its page and
 * the largest of the screens that load by role, but not parts that load on demand (dialogs, the command menu, QR codes,
 * drag and drop).
 */
export function pageSize(): PageSize {
  const empty = files(readJson(join(BUILT, 'build-manifest.json')), 'rootMainFiles');
  const entry = entryFiles();
  const screens = Object.values(
    Object(readJson(join(BUILT, 'server', 'app', PAGE, 'react-loadable-manifest.json'))),
  ).map((screen) => files(screen, 'files').filter((file) => file.endsWith('.js')));
  if (screens.length === 0)
    throw new Error('The build names no screen of the room: there is nothing to measure.');
  const base = new Set([...empty, ...entry]);
  const heaviest = Math.max(0, ...screens.map((screen) => bytes(screen.filter((file) => !base.has(file)))));
  return { empty: bytes(empty), room: bytes([...base]) + heaviest, files: [...base, ...screens.flat()] };
}

export function pageSizeInWords({ empty, room }: Pick<PageSize, 'empty' | 'room'>): string {
  const kB = (size: number) => `${(size / 1024).toFixed(1)} kB`;
  const ratio = (room / empty).toFixed(2);
  return `JavaScript, gzipped: an empty page ${kB(empty)}, the room ${kB(room)}, ${ratio} times as much (at most ${MOST}).`;
}

/** The files that the page itself, its layout and its error page need. */
function entryFiles(): string[] {
  const file = join(BUILT, 'server', 'app', `${PAGE}_client-reference-manifest.js`);
  if (!existsSync(file)) throw new Error(`The build has no ${PAGE}.`);
  const sandbox: { __RSC_MANIFEST?: unknown; globalThis?: unknown } = {};
  sandbox.globalThis = sandbox;
  runInContext(readFileSync(file, 'utf8'), createContext(sandbox));
  const manifest: unknown = Reflect.get(Object(sandbox.__RSC_MANIFEST), PAGE);
  const byEntry: unknown = Reflect.get(Object(manifest), 'entryJSFiles');
  return Object.entries(Object(byEntry))
    .filter(([entry]) => /\/(layout|page|error)$/.test(entry))
    .flatMap(([, named]) => (Array.isArray(named) ? named.map(String) : []));
}

function files(manifest: unknown, key: string): string[] {
  const found: unknown = Reflect.get(Object(manifest), key);
  if (!Array.isArray(found)) throw new Error(`The build's manifest has no ${key}.`);
  return found.map(String);
}

function bytes(names: readonly string[]): number {
  return [...new Set(names)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(BUILT, name)), { level: 9 }).length,
    0,
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
