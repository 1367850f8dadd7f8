import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The sources of a build. Content packs are read when the server runs. */
const SOURCES = [
  'app',
  'public',
  'server',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

/** What makes a room's state of its events. */
const ROOM_CODE = ['server/protocol', 'server/room', 'server/runtime/stored-event.ts'];

/** A hash of all sources of a build. The same hash means the same build. */
export function hashSources(root: string): string {
  return hashOf(root, SOURCES, process.version);
}

/** A hash of the code that makes states of events: the same hash, the same states. */
export function hashRoomCode(root: string): string {
  return hashOf(root, ROOM_CODE, '');
}

function hashOf(root: string, sources: readonly string[], beside: string): string {
  const hash = createHash('sha256').update(beside);
  for (const file of sources.flatMap((source) => filesOf(join(root, source))).sort()) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    hash.update(`${relative(root, file)} ${content}\n`);
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
