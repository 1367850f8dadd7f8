import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { recordFolder } from '../testing/record-folder';
import { describeReview } from './history.contract';
import { describeRebuild } from './rebuild.contract';
import { describeTakeAway } from './take-away.contract';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

async function open(place: Parameters<typeof openRecord>[0]) {
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  return opened;
}

const sqlite = async () => open({ databaseUrl: null, dataDir: await recordFolder() });
const inPostgres = async () => open({ databaseUrl: await postgres.tables(), dataDir: '/nowhere' });

for (const describeOne of [describeReview, describeTakeAway, describeRebuild]) {
  describeOne('SQLite', sqlite);
  describeOne('PostgreSQL', inPostgres);
}
