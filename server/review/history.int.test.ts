import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
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

const sqlite = () => open({ databaseUrl: null, dataDir: tempFolder() });
const inPostgres = async () => open({ databaseUrl: await postgres.database(), dataDir: '/nowhere' });

for (const describeOne of [describeReview, describeTakeAway, describeRebuild]) {
  describeOne('SQLite', sqlite);
  describeOne('PostgreSQL', inPostgres);
}
