import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { longRoom } from '../testing/long-room';
import { manyRounds } from '../testing/many-rounds';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
import { moveRecord } from './move-record';
import { openRecord } from './open';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

async function opened(databaseUrl: string | null) {
  const record = await openRecord({ databaseUrl, dataDir: tempFolder() });
  if (!record.ok) throw new Error(record.problem);
  onTestFinished(() => record.record.close());
  return record;
}

async function full() {
  const from = await opened(null);
  await manyRounds(from.db, 30);
  const steps = longRoom(250);
  await from.record.append({
    roomId: 'rm_longroom0000',
    expectedSeq: 0,
    commandId: 'all',
    events: steps.map(({ event, at, by }) => ({ type: event.type, data: event, at, by })),
    projections: [],
  });
  const strange = { type: 'Said', data: { text: 'naïve “☕” \u0000 \ud800 done' }, at: 1, by: null };
  await from.record.append({
    roomId: 'rm_2',
    expectedSeq: 0,
    commandId: 'c',
    events: [strange],
    projections: [],
  });
  return from;
}

test('every row is there afterwards, and reads as it did', async () => {
  const [from, to] = [await full(), await opened(await postgres.database())];
  const moved = await moveRecord(from.db, to.db);
  const rows = Object.fromEntries(moved.map(({ table, rows }) => [table, rows]));
  expect(rows).toMatchObject({ events: 251, scorecards: 30, moves: 1, logins: 0 });
  for (const room of ['rm_longroom0000', 'rm_2'])
    expect(await to.record.load(room)).toEqual(await from.record.load(room));
  const cards = (db: typeof to.db) => db.selectFrom('scorecards').selectAll().orderBy('held_at').execute();
  expect(await cards(to.db)).toEqual(await cards(from.db));
});

test('a record that holds something is left alone', async () => {
  const [from, to] = [await full(), await opened(await postgres.database())];
  const event = { type: 'Said', data: {}, at: 1, by: null };
  await to.record.append({
    roomId: 'rm_3',
    expectedSeq: 0,
    commandId: 'c',
    events: [event],
    projections: [],
  });
  await expect(moveRecord(from.db, to.db)).rejects.toThrow('the table events there is not empty');
  expect(await to.record.load('rm_3')).toHaveLength(1);
});

test('what cannot be written there is said, and nothing is left half moved', async () => {
  const [from, to] = [await full(), await opened(await postgres.database())];
  // SQLite's integers hold more than PostgreSQL's.
  const row = { id: 'pr_1', name: 'Ada', email: null, image: null, kind: 'guest', epoch: 2 ** 40 } as const;
  await from.db
    .insertInto('principals')
    .values({ ...row, created_at: 1, merged_into: null })
    .execute();
  await expect(moveRecord(from.db, to.db)).rejects.toThrow('out of range');
  expect(await to.record.load('rm_2')).toEqual([]);
});

test('a row that is not the same there is named', async () => {
  const [from, to] = [await full(), await opened(await postgres.database())];
  await sql`
    create function other_title() returns trigger language plpgsql as
    $$ begin if new.room_id = 'rm_000000000000' then new.title := 'Another'; end if; return new; end $$
  `.execute(to.db);
  await sql`create trigger t before insert on scorecards for each row execute function other_title()`.execute(
    to.db,
  );
  await expect(moveRecord(from.db, to.db)).rejects.toThrow(
    /the row rm_0+ r\d+ of scorecards is not the same/,
  );
});
