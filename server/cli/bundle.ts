import { basename, dirname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { ROOT } from './root';
import { hashRoomCode } from './sources';

export { ROOT };
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
    metafile: true,
    logLevel: 'warning',
  };
}

/** What an operator needs also where the build is and its sources are not, as in a container: `node dist/admin.mjs`. */
export const COMMANDS = ['admin', 'backup', 'move', 'rebuild'] as const;

/** Bundles each command into one file. */
export function commandOptions(outdir: string): BuildOptions {
  return {
    ...bundleOptions(SERVER),
    entryPoints: COMMANDS.map((name) => `server/cli/${name}.ts`),
    outdir,
  };
}
