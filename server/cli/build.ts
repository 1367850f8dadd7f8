import type { StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as esbuild } from 'esbuild';
import { bundleOptions, ROOT, SERVER } from './bundle';
import { buildEngines } from './engines';
import { MOST, pageSize, pageSizeInWords } from './page-size';
import { run } from './run';
import { hashSources } from './sources';

/** Holds the hash of the sources that the build beside it was made from. */
const STAMP = join(ROOT, 'dist', 'build.sha256');

/** Whether the build is there and made from the sources as they are now. */
function isFresh(hash: string): boolean {
  const built = [SERVER, join(ROOT, '.next', 'BUILD_ID'), STAMP].every((file) => existsSync(file));
  return built && readFileSync(STAMP, 'utf8') === hash;
}

/**
 * Builds pages and server unless that is done already; the exit code of what failed, or 0. `quiet` leaves standard
 * output to the caller.
 */
export async function build(options: { evenIfFresh: boolean; quiet?: boolean }): Promise<number> {
  const hash = hashSources(ROOT);
  if (!options.evenIfFresh && isFresh(hash)) return 0;
  rmSync(STAMP, { force: true });
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const stdio: StdioOptions = options.quiet ? ['ignore', 2, 2] : 'inherit';
  const code = await run(process.execPath, [next, 'build'], { cwd: ROOT, env, stdio });
  if (code !== 0) return code;
  const size = pageSize();
  (options.quiet ? process.stderr : process.stdout).write(`${pageSizeInWords(size)}\n`);
  if (size.room > size.empty * MOST) return 1;
  mkdirSync(dirname(SERVER), { recursive: true });
  await esbuild(bundleOptions(SERVER));
  rmSync(join(dirname(SERVER), 'engines'), { recursive: true, force: true });
  await buildEngines(SERVER);
  writeFileSync(STAMP, hash);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await build({ evenIfFresh: true });
