import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../cli/root';

/** The instructions of each stage of a Dockerfile, in one line each. */
export function stagesOf(dockerfile: string): string[][] {
  const stages: string[][] = [];
  for (const line of dockerfile
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((one) => /^[A-Z]+ /.test(one))) {
    if (line.startsWith('FROM ')) stages.push([]);
    stages.at(-1)?.push(line.replaceAll(/ {2,}/g, ' '));
  }
  return stages;
}

/**
 * The folder `/app` of the image, made here by the Dockerfile's own steps, of what is built. `npm ci` is done by taking the
 * packages of its lock file from those that are installed.
 */
export function assembleImage(app: string): void {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const stages = stagesOf(dockerfile);
  const packages = stages.find(([from]) => from?.endsWith(' AS packages')) ?? [];
  takePackages(app);
  const [, after] = packages.map((line) => /^RUN npm ci && (.+)$/.exec(line)).find((found) => found) ?? [];
  if (after) execFileSync('sh', ['-c', after], { cwd: app });
  for (const line of (stages.at(-1) ?? []).filter((one) => one.startsWith('COPY '))) {
    const words = line.split(' ').slice(1);
    if (words[0] === '--from=packages') continue;
    const target = words.at(-1) ?? '';
    for (const source of words.filter((word) => !word.startsWith('--')).slice(0, -1)) {
      const name = source.replace('/app/', '');
      copy(join(ROOT, name), target === './' ? join(app, name) : join(app, target));
    }
  }
  // As in the stage that builds.
  rmSync(join(app, '.next', 'cache'), { recursive: true, force: true });
}

function takePackages(app: string): void {
  const lock = JSON.parse(readFileSync(join(ROOT, 'dist', 'package-lock.json'), 'utf8'));
  const places = Object.keys(lock.packages).filter((place) => place !== '' && existsSync(join(ROOT, place)));
  for (const place of places) {
    copy(join(ROOT, place), join(app, place));
    // What is inside of it is needed only if the lock file names it too.
    rmSync(join(app, place, 'node_modules'), { recursive: true, force: true });
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    // Linked where that is possible, which takes neither time nor space.
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}
