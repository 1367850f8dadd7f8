import { basename, dirname, join, resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { hashRoomCode } from './sources';

export const ROOT = resolve(import.meta.dirname, '../..');
export const SERVER = join(ROOT, 'dist', 'server.mjs');

/** Bundles the server into one file, with its pack reader's worker beside it. Packages stay in node_modules. */
export function bundleOptions(outfile: string): BuildOptions {
  return {
    absWorkingDir: ROOT,
    entryPoints: [
      { in: 'server/index.ts', out: basename(outfile, '.mjs') },
      { in: 'server/guides/read-worker.ts', out: 'pack-worker' },
    ],
    outdir: dirname(outfile),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    define: { ROOM_CODE: JSON.stringify(hashRoomCode(ROOT)) },
    sourcemap: true,
    logLevel: 'warning',
  };
}
