import { mkdirSync } from 'node:fs';
import { findChromium } from '../testing/chromium';
import { findNode, NODE_MAJORS, NODE_PACKAGES, NODES_FOLDER } from '../testing/node-versions';
import { findPostgres, findProgram, findRedis, findRuby } from '../testing/programs';
import { ROOT } from './bundle';
import { run } from './run';

interface Need {
  name: string;
  /** Debian's packages, separated by spaces; empty if they have none. */
  apt: string;
  find(): string | null;
}

/** All of them come at once, so that one that is missing, or of another version, is fetched with the others. */
const findNodes = () => (NODE_MAJORS.every(findNode) ? NODES_FOLDER : null);

export const NEEDS = {
  chromium: { name: 'Chromium', apt: 'chromium-headless-shell', find: findChromium },
  postgres: { name: 'PostgreSQL', apt: 'postgresql', find: findPostgres },
  ruby: {
    name: 'Ruby with Active Record',
    // The references of the packs run on these.
    apt: 'ruby-activerecord ruby-pg ruby-redis ruby-marcel',
    find: findRuby,
  },
  python: { name: 'Python', apt: 'python3', find: () => findProgram('python3') },
  nodes: { name: `Node ${NODE_MAJORS.join(', ')}`, apt: '', find: findNodes },
  redis: { name: 'Redis', apt: 'redis-server', find: findRedis },
} as const satisfies Record<string, Need>;

const QUIET = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Installs missing programs. Returns the names of those that could not be installed. */
export async function ensurePrograms(needs: readonly Need[]): Promise<string[]> {
  const missing = needs.filter((need) => need.find() === null);
  if (missing.length === 0) return [];
  process.stdout.write(`Installing missing programs: ${missing.map(({ name }) => name).join(', ')}\n`);
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    const sets = missing.map(({ apt }) => apt.split(' ').filter(Boolean)).filter(({ length }) => length > 0);
    if (sets.length > 0) await run('apt-get', ['update', '-qq'], { env: QUIET });
    // One by one: a package that this system does not have would keep it from installing the others.
    for (const packages of sets)
      await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], { env: QUIET });
  }
  if (missing.includes(NEEDS.nodes)) await fetchNodes();
  if (missing.includes(NEEDS.chromium) && findChromium() === null)
    await run(process.execPath, ['node_modules/playwright/cli.js', 'install', '--only-shell', 'chromium'], {
      cwd: ROOT,
    });
  return missing
    .filter((need) => need.find() === null)
    .map(
      ({ name, apt }) =>
        `${name} is not on this machine and could not be installed. ${apt ? `Install it: apt-get install ${apt}` : 'Look at what npm says above.'}`,
    );
}

/** Their packages are Node's own binaries, so that the npm registry is enough. */
async function fetchNodes(): Promise<void> {
  mkdirSync(NODES_FOLDER, { recursive: true });
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--no-bin-links', '--ignore-scripts'];
  await run('npm', ['install', '--prefix', NODES_FOLDER, ...quiet, ...NODE_PACKAGES], { cwd: NODES_FOLDER });
}
