import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { rebuildOnce } from '../review/rebuild';
import { upsert } from '../store/batch';
import { connectionRoom } from '../store/connection-room';
import type { MigrationNews } from '../store/migrations';
import { openRecord } from '../store/open';
import { longRoom } from '../testing/long-room';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tellOfRoom, tellOfStart } from './preparing';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function start(databaseUrl: string, news?: MigrationNews) {
  const opened = await openRecord({ databaseUrl, dataDir: '/nowhere' }, 'server', news);
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
      waits: () => undefined,
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

test('a rebuild that was interrupted goes on with the room where it was', async () => {
  const { db, exclusively } = await start(await postgres.tables());
  const room = (i: number) => `rm_${String(i).padStart(3, '0')}`;
  const events = Array.from({ length: 230 }, (_, i) => ({
    ...{ room_id: room(i), seq: 1, command_id: 'opens', idx: 0, type: 'RoomOpened', data: '{}', at: 1 },
    by: null,
  }));
  await db.insertInto('events').values(events).execute();
  const run = async (end: string | null) => {
    const [read, told]: [string[], number[]] = [[], []];
    const [first] = longRoom(3);
    if (!first) throw new Error('a long room is empty');
    const ports = {
      ...{ db, exclusively, write: async () => undefined, waits: () => undefined, finished: () => undefined },
      progress: (rooms: number) => void told.push(rooms),
      loadLog: async (roomId: string) => {
        if (roomId === end) throw new Error('killed');
        read.push(roomId);
        return [{ ...first, seq: 1, commandId: 'opens' }];
      },
    };
    const failure = await rebuildOnce(ports, 'a new shape').catch((error: unknown) => error);
    return { read, told, failure };
  };
  const first = await run(room(210));
  expect(first).toMatchObject({ told: [0, 200], failure: new Error('killed') });
  const second = await run(null);
  expect(second).toEqual({
    read: events.slice(200).map((one) => one.room_id),
    told: [200],
    failure: undefined,
  });
  // It is done, and nothing is left of where it was.
  expect(await run(null)).toEqual({ read: [], told: [], failure: undefined });
  expect(await db.selectFrom('marks').selectAll().execute()).toEqual([]);
});

test('a start says that it migrates, and says nothing where there is nothing to migrate', async () => {
  const databaseUrl = await postgres.tables();
  const told: string[] = [];
  const news = { migrates: () => void told.push('migrates'), waits: () => void told.push('waits') };
  const { db } = await start(databaseUrl, news);
  expect(told).toEqual([]);
  await sql`delete from kysely_migration where name = '0038-built-files'`.execute(db);
  await sql`drop table built_files`.execute(db);
  await start(databaseUrl, news);
  expect(told).toEqual(['migrates']);
});

test('processes that may take more connections than PostgreSQL gives say so', async () => {
  const { db } = await start(await postgres.tables());
  const lines: object[] = [];
  const log = { warn: (detail: object) => void lines.push(detail) };
  tellOfRoom(log, await connectionRoom(db, 'me', 90));
  expect(lines).toEqual([]);
  await sql`insert into processes values ('other', extract(epoch from clock_timestamp()) * 1000, 0)`.execute(
    db,
  );
  await sql`insert into processes values ('gone', extract(epoch from clock_timestamp()) * 1000 - 60000, 9)`.execute(
    db,
  );
  const room = await connectionRoom(db, 'me', 90);
  expect(room).toEqual({ processes: 2, wanted: 184, given: 97 });
  tellOfRoom(log, room);
  expect(lines).toEqual([{ state: 'connections-short', ...room }]);
  // A role of a managed database often has a limit of its own.
  await sql`alter role hotseat connection limit 20`.execute(db);
  expect((await connectionRoom(db, 'me', 90)).given).toBe(20);
});

test('a long rebuild says at its beginning, every half minute and at its end how far it is', () => {
  const lines: object[] = [];
  let at = '';
  let now = 0;
  const log = { info: (detail: object) => void lines.push(detail) };
  const isAt = (what: string) => {
    at = what;
  };
  const { progress, finished } = tellOfStart(log, isAt, () => now).rebuilds;
  for (let rooms = 0; rooms <= 1_200; rooms += 200) {
    progress(rooms);
    now += 12_000;
  }
  expect(at).toBe('rebuilding read models: 1,200 rooms are done');
  finished(1_200);
  expect(lines).toEqual([
    { state: 'rebuilding', rooms: 0 },
    { state: 'rebuilding', rooms: 600 },
    { state: 'rebuilding', rooms: 1_200 },
    { state: 'rebuilt', rooms: 1_200 },
  ]);
});
