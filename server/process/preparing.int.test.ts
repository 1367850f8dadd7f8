import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { rebuildOnce } from '../review/rebuild';
import { upsert } from '../store/batch';
import { openRecord } from '../store/open';
import { longRoom } from '../testing/long-room';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tellOfRebuild } from './preparing';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function start(databaseUrl: string, began?: () => void) {
  const opened = await openRecord({ databaseUrl, dataDir: '/nowhere' }, 'server', began);
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  return opened;
}

test('processes that start together make the read models once, and each goes on when that is done', async () => {
  const databaseUrl = await postgres.tables();
  const processes = await Promise.all([start(databaseUrl), start(databaseUrl), start(databaseUrl)]);
  const steps = longRoom(3);
  const events = steps.map(({ event, at, by }) => ({ type: event.type, data: event, at, by }));
  const room = { roomId: 'rm_longroom0000', expectedSeq: 0, commandId: 'all', events, projections: [] };
  await processes[0]?.record.append(room);
  const loadLog = async () => steps.map((step, i) => ({ ...step, seq: i + 1, commandId: 'all' }));
  const done: string[] = [];
  const starts = processes.map(async ({ db, exclusively }) => {
    const tell = {
      progress: () => void done.push('begun'),
      finished: () => void done.push('finished'),
    };
    await rebuildOnce({ db, loadLog, write: upsert, exclusively, ...tell }, 'a new shape');
    done.push('goes on');
  });
  await Promise.all(starts);
  expect(done).toEqual(['begun', 'finished', 'goes on', 'goes on', 'goes on']);
});

test('what is never finished is begun again by the next', async () => {
  const databaseUrl = await postgres.tables();
  const [one, other] = await Promise.all([start(databaseUrl), start(databaseUrl)]);
  const fails = one.exclusively(() => Promise.reject(new Error('killed')));
  await expect(fails).rejects.toThrow('killed');
  let isDone = false;
  await other.exclusively(async () => {
    isDone = true;
  });
  expect(isDone).toBe(true);
});

test('a start says that it migrates, and says nothing where there is nothing to migrate', async () => {
  const databaseUrl = await postgres.tables();
  const told: string[] = [];
  const { db } = await start(databaseUrl, () => void told.push('migrates'));
  expect(told).toEqual([]);
  await sql`delete from kysely_migration where name = '0036-thinned-texts'`.execute(db);
  for (const column of ['rows', 'owners'])
    await sql`alter table code_snapshots drop column ${sql.ref(column)}`.execute(db);
  await start(databaseUrl, () => void told.push('migrates'));
  expect(told).toEqual(['migrates']);
});

test('a long rebuild says at its beginning, every half minute and at its end how far it is', () => {
  const lines: object[] = [];
  let now = 0;
  const log = { info: (detail: object) => void lines.push(detail) };
  const { progress, finished } = tellOfRebuild(log, () => now);
  for (let rooms = 0; rooms <= 1_200; rooms += 200) {
    progress(rooms);
    now += 12_000;
  }
  finished(1_200);
  expect(lines).toEqual([
    { state: 'rebuilding', rooms: 0 },
    { state: 'rebuilding', rooms: 600 },
    { state: 'rebuilding', rooms: 1_200 },
    { state: 'rebuilt', rooms: 1_200 },
  ]);
});
