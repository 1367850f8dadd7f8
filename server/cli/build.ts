import type { StdioOptions } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as esbuild } from 'esbuild';
import { bundleOptions, commandOptions, ROOT, SERVER } from './bundle';
import { readChunks } from './chunks';
import { editorSize, editorSizeInWords, MOST_EDITOR } from './editor-size';
import { buildEngines } from './engines';
import { keptApartInWords, notKeptApart } from './kept-apart';
import { BUILT, MOST, pageSize, pageSizeInWords } from './page-size';
import { run } from './run';
import { writePackages } from './run-time-packages';
import { hashSources } from './sources';

/** Contains the hash of the sources of the build beside it. */
const STAMP = join(ROOT, 'dist', 'build.sha256');

/** Whether there is a build from the current sources. */
function isFresh(hash: string): boolean {
  const built = [SERVER, join(ROOT, '.next', 'BUILD_ID'), STAMP].every((file) => existsSync(file));
  return built && readFileSync(STAMP, 'utf8') === hash;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds pages and server unless the build is up to date. Returns the exit code of a failed step, or 0. `quiet` leaves
 * standard output to the caller.
 */
export async function build(options: { evenIfFresh: boolean; quiet?: boolean }): Promise<number> {
  const hash = hashSources(ROOT);
  if (!options.evenIfFresh && isFresh(hash)) return 0;
  if (!isWritable(ROOT)) {
    process.stderr.write(
      `${ROOT} cannot be written, and its sources are not built as they are now. Build them where they can be, and bring .next and dist along.\n`,
    );
    return 1;
  }
  rmSync(STAMP, { force: true });
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const stdio: StdioOptions = options.quiet ? ['ignore', 2, 2] : 'inherit';
  const exit = await run(process.execPath, [next, 'build'], { cwd: ROOT, env, stdio });
  if (exit !== 0) return exit;
  const size = pageSize();
  const chunks = readChunks(BUILT);
  const code = editorSize(chunks, size.files);
  const early = notKeptApart(chunks, size.files);
  const told = options.quiet ? process.stderr : process.stdout;
  told.write(`${pageSizeInWords(size)}\n${editorSizeInWords(code)}\n${keptApartInWords(early)}\n`);
  if (size.room > size.empty * MOST || code.editor > MOST_EDITOR || code.before.length > 0) return 1;
  if (early.length > 0) return 1;
  mkdirSync(dirname(SERVER), { recursive: true });
  const server = await esbuild(bundleOptions(SERVER));
  const commands = await esbuild(commandOptions(dirname(SERVER)));
  writePackages(
    dirname(SERVER),
    [server, commands].flatMap(({ metafile }) => metafile ?? []),
  );
  rmSync(join(dirname(SERVER), 'engines'), { recursive: true, force: true });
  await buildEngines(SERVER);
  writeFileSync(STAMP, hash);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await build({ evenIfFresh: true });
