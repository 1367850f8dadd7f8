import { join } from 'node:path';
import { type Config, readConfig, SETTING_NAMES } from '../config';
import { readEnvironment } from '../process/environment';
import { type BackupResult, backUp, restore } from '../store/backup';
import { ROOT } from './root';

const WORK: Record<string, { run(config: Config, folder: string): Promise<BackupResult>; done: string }> = {
  backup: {
    run: (config, folder) => backUp(config, folder, new Date()),
    done: 'The record and its secret are in',
  },
  restore: { run: restore, done: 'The record and its secret are back, from' },
};

/** `npm run backup -- FOLDER` while the server runs or not, and `npm run restore -- FOLDER` where there is no record yet. */
async function main([name = '', folder, ...more]: string[]): Promise<number> {
  const work = WORK[name];
  if (!work || !folder || more.length > 0)
    return says(`Name one folder: npm run ${work ? name : 'backup'} -- FOLDER`);
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  if (!environment.ok) return says(environment.problem);
  const read = readConfig(environment.values);
  if (!read.ok) return says(read.problems.join('\n'));
  const result = await work.run(read.config, folder);
  if (!result.ok) return says(result.problem);
  process.stdout.write(`${work.done} ${folder}.\n`);
  if (result.left) process.stdout.write(`${result.left}\n`);
  return 0;
}

function says(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
