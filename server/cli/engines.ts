import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { build } from 'esbuild';
import { NOWHERE } from '../engines/in-worker';
import { ROOT } from './bundle';

/** The engines look for Node's modules only in Node. */
const ABSENT = [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'ws'];

/**
 * Makes what runs checks in a browser, beside the server's bundle: one script for each language with its engine's own
 * code, since nothing can be imported where it runs, and a database that is set up already, which takes seconds.
 */
export async function buildEngines(server: string): Promise<void> {
  const folder = join(dirname(server), 'engines');
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: [
      { in: 'server/engines/python-worker.ts', out: 'python' },
      { in: 'server/engines/sql-worker.ts', out: 'sql' },
    ],
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    external: ABSENT,
    // Such a script has no address; what looks for files beside it gets them handed over: see in-worker.ts.
    define: { 'import.meta.url': `"${NOWHERE}script.js"` },
    logLevel: 'error',
  });
  const cluster = join(folder, 'cluster.tar.gz');
  if (!existsSync(cluster)) await writeFile(cluster, await emptyDatabase());
}

async function emptyDatabase(): Promise<Buffer> {
  const db = await PGlite.create();
  try {
    const dump = await db.dumpDataDir('gzip');
    return Buffer.from(await dump.arrayBuffer());
  } finally {
    await db.close();
  }
}
