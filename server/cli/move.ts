import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, SETTING_NAMES } from '../config';
import { readEnvironment } from '../process/environment';
import { type MoveProgress, moveRecord } from '../store/move-record';
import { openRecord } from '../store/open';
import { ROOT } from './root';

const USAGE = 'npm run move -- --to postgresql://user:password@host:5432/database';

/** `npm run move`: everything in the SQLite record of DATA_DIR, into an empty PostgreSQL database. Stop the server first. */
async function main(): Promise<number> {
  const to = readWish();
  if (to === null) return says(`Usage: ${USAGE}`);
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  if (!environment.ok) return says(environment.problem);
  const { DATABASE_URL: _, REDIS_URL: __, ...values } = environment.values;
  const here = readConfig(values);
  if (!here.ok) return says(here.problems.join('\n'));
  const there = readConfig({ DATABASE_URL: to, AUTH_SECRET: 'x'.repeat(32) });
  if (!there.ok) return says(there.problems.join('\n').replace('DATABASE_URL', '--to'));
  const from = await openRecord(here.config, 'command');
  if (!from.ok) return says(from.problem);
  try {
    const target = await openRecord(there.config, 'command');
    if (!target.ok) return says(target.problem.replace('DATABASE_URL', '--to'));
    try {
      await moveRecord(from.db, target.db, sayProgress);
      process.stdout.write(
        `Everything is there, and each row was compared. Set DATABASE_URL, and AUTH_SECRET to what is in ${join(here.config.dataDir, 'auth-secret')} (or to the one that was set), and start. The SQLite record is as it was.\n`,
      );
      return 0;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return says(`Nothing was moved: ${reason}.`);
    } finally {
      await target.record.close();
    }
  } finally {
    await from.record.close();
  }
}

function sayProgress({ table, rows, done }: MoveProgress): void {
  if (rows > 0) process.stdout.write(`${table}: ${rows} rows${done ? '' : ' so far'}\n`);
}

/** The address to move to; null when it is not said in the one way. */
function readWish(): string | null {
  try {
    return parseArgs({ options: { to: { type: 'string' } } }).values.to ?? null;
  } catch {
    return null;
  }
}

function says(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}

process.exitCode = await main();
