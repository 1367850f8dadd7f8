import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { bundleOptions, ROOT, SERVER } from '../cli/bundle';

/**
 * The path of a program as one file, bundled as the build bundles the server's, for one file of tests. It starts in a third
 * of the time of its sources, and finds packages and Hotseat's folder as they do.
 */
export async function bundled(source: string): Promise<string> {
  const outdir = mkdtempSync(join(ROOT, 'node_modules', 'bundled-'));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));
  await build({ ...bundleOptions(SERVER), entryPoints: [source], outdir, sourcemap: 'inline' });
  return join(outdir, basename(source).replace(/\.ts$/, '.mjs'));
}
