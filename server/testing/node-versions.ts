import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The Node versions with which the built server is started in a test, beside the one that runs the tests. */
export const NODE_VERSIONS = { 22: '22.23.5', 24: '24.22.3', 26: '26.12.1' } as const;
export type NodeMajor = keyof typeof NODE_VERSIONS;
export const NODE_MAJORS = Object.keys(NODE_VERSIONS).map(Number) as NodeMajor[];

/** Outside `node_modules` proper, so that `npm ci` need not fetch 60 MB for each of them. */
export const NODES_FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/node-versions');

/** For npm: packages that are nothing but Node itself, for this system and processor. */
export const NODE_PACKAGES = NODE_MAJORS.map(
  (major) => `node-${major}@npm:node-${system()}-${process.arch}@${NODE_VERSIONS[major]}`,
);

function system(): string {
  return process.platform === 'win32' ? 'win' : process.platform;
}

/** The program of exactly this version; null if it is not there. */
export function findNode(major: NodeMajor): string | null {
  const folder = join(NODES_FOLDER, 'node_modules', `node-${major}`);
  const about = join(folder, 'package.json');
  if (!existsSync(about)) return null;
  const { version }: { version?: string } = JSON.parse(readFileSync(about, 'utf8'));
  return version === NODE_VERSIONS[major]
    ? join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    : null;
}
