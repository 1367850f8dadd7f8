import { join } from 'node:path';
import { readConfig, SETTING_NAMES } from '../config';
import { READER_VERSION } from '../packs/reader-version';
import { readEnvironment } from '../process/environment';
import { logOf } from '../review/load-log';
import { rebuild } from '../review/rebuild';
import { upsert } from '../store/batch';
import { openRecord } from '../store/open';
import { createPackContents } from '../store/pack-contents';
import { ROOT } from './root';

/** `npm run rebuild`: rebuilds histories, trends and the lists of heard items from the events. Stop the server first. */
async function main(): Promise<number> {
  const environment = readEnvironment(join(ROOT, '.env'), SETTING_NAMES);
  if (!environment.ok) return says(environment.problem);
  const read = readConfig(environment.values);
  if (!read.ok) return says(read.problems.join('\n'));
  const opened = await openRecord(read.config, 'command');
  if (!opened.ok) return says(opened.problem);
  const { db, record } = opened;
  try {
    const contents = createPackContents({ db, reader: READER_VERSION, now: Date.now });
    const { rooms } = await rebuild({ db, loadLog: logOf(record, contents), write: upsert });
    process.stdout.write(`Rebuilt the read models of ${rooms} ${rooms === 1 ? 'room' : 'rooms'}.\n`);
    return 0;
  } finally {
    await record.close();
  }
}

function says(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}

process.exitCode = await main();
