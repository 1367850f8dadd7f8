import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPeople } from '../identity/people';
import { createSessions } from '../identity/sessions';
import { logOf } from '../review/load-log';
import { rebuild } from '../review/rebuild';
import { interview } from '../testing/interview';
import { lena, NAMES, principalOf, priya } from '../testing/interview-script';
import { playedRooms } from '../testing/played-rooms';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
import { upsert } from './batch';
import { type OpenedRecord, openRecord } from './open';
import { createPackContents } from './pack-contents';
import { deletePerson, deleteRoom, listPeople, listRooms, OF_PEOPLE, OF_ROOMS, signOut } from './upkeep';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

describe.each(['SQLite', 'PostgreSQL'])('an operator, on %s', (dialect) => {
  let opened: Extract<OpenedRecord, { ok: true }>;

  beforeEach(async () => {
    const databaseUrl = dialect === 'PostgreSQL' ? await postgres.database() : null;
    const record = await openRecord({ databaseUrl, dataDir: tempFolder() });
    if (!record.ok) throw new Error(record.problem);
    opened = record;
    for (const memberId of [priya, lena]) {
      const row = {
        id: principalOf(memberId),
        name: NAMES[memberId] ?? '',
        kind: 'guest' as const,
        email: null,
        image: null,
      };
      const values = { ...row, epoch: 0, created_at: memberId === priya ? 1 : 2, merged_into: null };
      await opened.db.insertInto('principals').values(values).execute();
    }
    const logs = [interview(), interview({ roomId: 'rm_another00000', title: 'Another' })];
    await playedRooms(opened, logs);
  });
  afterEach(() => opened.record.close());

  const titles = async (words: string, personId: string | null = null) =>
    (await listRooms(opened.db, { words, personId, limit: 10 })).map(({ title }) => title).sort();
  const names = async (words: string) => (await listPeople(opened.db, words, 10)).map(({ name }) => name);

  test('people are found by a part of their name, whatever its case, and by their id', async () => {
    expect(await names('')).toEqual(['Lena Fischer', 'Priya Nair']);
    expect(await names('NAIR')).toEqual(['Priya Nair']);
    const [found] = await listPeople(opened.db, principalOf(lena), 10);
    expect(found).toMatchObject({ name: 'Lena Fischer', kind: 'guest', rooms: 2, seenAt: null });
  });

  test('rooms are found by their title, and by who is in them', async () => {
    expect(await titles('')).toEqual(['Another', 'Senior backend panel, Lena']);
    expect(await titles('another')).toEqual(['Another']);
    expect(await titles('', principalOf(priya))).toHaveLength(2);
    expect(await titles('', 'pr_nobody')).toEqual([]);
    const [found] = await listRooms(opened.db, { words: 'another', personId: null, limit: 1 });
    expect(found).toMatchObject({ id: 'rm_another00000', people: 5 });
    expect(found?.events).toBeGreaterThan(50);
  });

  test('a person who is signed out has no valid session', async () => {
    const sessions = createSessions(opened.db);
    const person = await createPeople(opened.db).find(principalOf(priya));
    if (!person) throw new Error('nobody');
    const id = await sessions.begin(person, null);
    expect(await sessions.counting([{ id, principal: person.principal }])).toEqual(new Set([id]));
    expect(await signOut(opened.db, person.principal.id)).toBe(true);
    expect(await sessions.counting([{ id, principal: person.principal }])).toEqual(new Set());
    expect(await signOut(opened.db, 'pr_nobody')).toBe(false);
  });

  test('a room that is deleted leaves nothing, and the others as they are', async () => {
    expect(await deleteRoom(opened.db, 'rm_another00000')).toBe(true);
    expect(await titles('')).toEqual(['Senior backend panel, Lena']);
    expect(await opened.record.load('rm_another00000')).toEqual([]);
    expect((await opened.record.load('rm_interview000')).length).toBeGreaterThan(50);
    expect(await deleteRoom(opened.db, 'rm_another00000')).toBe(false);
  });

  test('a person who is deleted is in no list, and the rooms of others are as they were', async () => {
    expect(await deletePerson(opened.db, principalOf(priya), 1)).toEqual([principalOf(priya)]);
    expect(await names('')).toEqual(['Lena Fischer']);
    expect(await titles('', principalOf(priya))).toEqual([]);
    expect(await titles('', principalOf(lena))).toHaveLength(2);
    expect(await deletePerson(opened.db, principalOf(priya), 1)).toEqual([]);
  });

  test('a person who is deleted stays so after a rebuild, and after whatever happens in their rooms', async () => {
    const { db, record } = opened;
    await deletePerson(db, principalOf(priya), 1);
    const contents = createPackContents({ db, reader: 1, now: Date.now });
    await rebuild({ db, loadLog: logOf(record, contents), write: upsert });
    expect(await names('')).toEqual(['Lena Fischer']);
    const later = interview({ roomId: 'rm_later0000000', title: 'Later' });
    await playedRooms(opened, [later]);
    expect(await titles('', principalOf(lena))).toHaveLength(3);
    for (const table of Object.keys(OF_PEOPLE) as (keyof typeof OF_PEOPLE)[]) {
      const rows = await db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(principalOf(priya));
    }
  });

  test('every table that has something of a room, or of a person, is known to what deletes them', async () => {
    const tables = await opened.db.introspection.getTables();
    const withColumn = (...names: string[]) =>
      tables
        .filter(({ columns }) => columns.some(({ name }) => names.includes(name)))
        .map(({ name }) => name)
        .sort();
    // Rooms to try things out in go by themselves within a day. What was imported is its owner’s. The forgotten stay so.
    expect([...OF_ROOMS, 'kept_scorecards'].sort()).toEqual(withColumn('room_id'));
    expect([...Object.keys(OF_PEOPLE), 'try_outs', 'forgotten'].sort()).toEqual(
      withColumn('principal_id', 'owner_id'),
    );
  });
});
