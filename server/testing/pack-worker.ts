import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

/** The pack reader's worker as one file, for one file of tests. */
export async function bundledPackWorker(): Promise<{ file: URL; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-worker-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'pack-worker.cjs');
  await build({
    entryPoints: [resolve(import.meta.dirname, '../guides/read-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return { file: pathToFileURL(outfile), folder };
}
