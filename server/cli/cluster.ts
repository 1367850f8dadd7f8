import { parseArgs } from 'node:util';
import { startCluster } from '../testing/cluster';
import { build } from './build';
import { ensurePrograms, NEEDS } from './ensure-programs';

const USAGE = 'npm run cluster -- [--processes N] [--port PORT]';

/**
 * `npm run cluster`: several processes of Hotseat on a PostgreSQL and a Redis of their own, behind a small balancer, to try
 * things out with and gone when it ends. What this machine lacks is installed.
 */
async function main(): Promise<number> {
  const wish = readWish();
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\nUsage: ${USAGE}\n`);
    return 2;
  }
  const problems = await ensurePrograms([NEEDS.postgres, NEEDS.redis]);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0 || (await build({ evenIfFresh: false })) !== 0) return 1;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const cluster = await startCluster({ ...wish, env: { DRAIN_SECONDS: '0' } });
  for (const { port } of cluster.processes)
    process.stdout.write(`A process listens on http://127.0.0.1:${port}\n`);
  process.stdout.write(`Hotseat is ready. Open ${cluster.url}\n`);
  await stopped;
  await cluster.close();
  return 0;
}

/** What was asked for, or a sentence that says what is wrong with it. */
function readWish(): { processes: number; port: number } | string {
  try {
    const { values } = parseArgs({
      options: {
        processes: { type: 'string', default: '3' },
        port: { type: 'string', default: '3000' },
      },
    });
    const [processes, port] = [Number(values.processes), Number(values.port)];
    if (!Number.isInteger(processes) || processes < 1 || processes > 16)
      return '--processes takes a whole number from 1 to 16.';
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return '--port takes a whole number up to 65535.';
    return { processes, port };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
