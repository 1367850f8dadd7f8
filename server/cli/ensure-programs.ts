import { findChromium } from '../testing/chromium';
import { findPostgres, findProgram, findRedis, findRuby } from '../testing/programs';
import { ROOT } from './bundle';
import { run } from './run';

interface Need {
  name: string;
  /** Debian's packages, separated by spaces. */
  apt: string;
  find(): string | null;
}

export const NEEDS = {
  chromium: { name: 'Chromium', apt: 'chromium', find: findChromium },
  postgres: { name: 'PostgreSQL', apt: 'postgresql', find: findPostgres },
  ruby: {
    name: 'Ruby with Active Record',
    // The references of the packs run on these.
    apt: 'ruby-activerecord ruby-pg ruby-redis ruby-marcel',
    find: findRuby,
  },
  python: { name: 'Python', apt: 'python3', find: () => findProgram('python3') },
  redis: { name: 'Redis', apt: 'redis-server', find: findRedis },
} as const satisfies Record<string, Need>;

const QUIET = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Installs missing programs. Returns the names of those that could not be installed. */
export async function ensurePrograms(needs: readonly Need[]): Promise<string[]> {
  const missing = needs.filter((need) => need.find() === null);
  if (missing.length === 0) return [];
  process.stdout.write(`Installing missing programs: ${missing.map(({ name }) => name).join(', ')}\n`);
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    const packages = missing.flatMap(({ apt }) => apt.split(' '));
    await run('apt-get', ['update', '-qq'], { env: QUIET });
    await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], { env: QUIET });
  }
  if (missing.includes(NEEDS.chromium) && findChromium() === null)
    await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { cwd: ROOT });
  return missing
    .filter((need) => need.find() === null)
    .map(
      ({ name, apt }) =>
        `${name} is not on this machine and could not be installed. Install it: apt-get install ${apt}`,
    );
}
