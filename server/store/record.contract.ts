import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upcast } from '../room/core/upcast';
import { type EventRecord, type Projection, RecordUnavailable } from '../runtime/ports';
import { readEvent } from '../runtime/stored-event';
import type { Database } from '../runtime/tables';
import { roomAfter, STARTED } from '../testing/interview';
import { longRoom } from '../testing/long-room';
import { createCodeRecord } from './code-record';
import { appendOf, describeEvents } from './events.contract';
import { type OpenedRecord, openRecord } from './open';
import { createPackContents } from './pack-contents';
import { createRoomSnapshots } from './room-snapshots';

/** The place of a record, as `openRecord` expects it: a new, empty one at every call. */
export type Place = Parameters<typeof openRecord>[0];

export async function openOrThrow(place: Place): Promise<Extract<OpenedRecord, { ok: true }>> {
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  return opened;
}

function mean(groupId: string, ratings: number): Projection {
  const row = {
    room_id: 'rm_1',
    round_id: 'r1',
    group_id: groupId,
    group_title: 'Communication',
    first_mean: 3.25,
    second_mean: null,
    ratings,
  };
  return { table: 'competency_means', row };
}

interface Stored {
  meta: { at: number; by: string | null };
  data: { type: string; pack?: Record<string, unknown> };
}

/** A room as the first version stored it, with the whole pack in its first event. */
function earlierRoom(): Stored[] {
  const file = join(import.meta.dirname, '../room/core/samples/version-1.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The behaviour of every implementation of the record. It runs once for each dialect. */
export function describeRecord(dialect: string, newPlace: () => Promise<Place>): void {
  describeEvents(dialect, async () => (await openOrThrow(await newPlace())).record);

  describe(`the read models and the upkeep of the record in ${dialect}`, () => {
    let place: Place;
    let record: EventRecord;
    let db: Kysely<Database>;

    beforeEach(async () => {
      place = await newPlace();
      ({ record, db } = await openOrThrow(place));
    });
    afterEach(() => record.close());

    test('a snapshot comes back as it was, from the code that made it alone, and whole or not at all', async () => {
      const failed = (error: unknown) => {
        throw error;
      };
      const today = createRoomSnapshots({ db, version: 'today', failed });
      const later = createRoomSnapshots({ db, version: 'later', failed });
      const state = roomAfter(longRoom(700));
      const { pack: _, ...rest } = state;
      const snapshot = { seq: 700, commandId: 'command-1', at: STARTED, state: rest };
      expect(await today.find('rm_1')).toBeNull();
      today.keep('rm_1', { ...snapshot, seq: 2, state: { ...rest, rounds: [] } });
      today.keep('rm_1', snapshot);
      await today.settled();
      expect(await today.find('rm_1')).toStrictEqual(snapshot);
      expect(await later.find('rm_1')).toBeNull();
      await db.updateTable('room_snapshots').set({ data: '{"cut' }).where('part', '=', 1).execute();
      expect(await today.find('rm_1')).toBeNull();
      await db.deleteFrom('room_snapshots').where('part', '=', 1).execute();
      expect(await today.find('rm_1')).toBeNull();
      today.drop('rm_1');
      await today.settled();
      expect(await db.selectFrom('room_snapshots').selectAll().execute()).toEqual([]);
    });

    test('a text opens without a sum of the updates in its snapshot, and with one if an earlier version kept it', async () => {
      const texts = createCodeRecord(db);
      const load = async () => {
        const { rows, bytes } = await texts.load('rm_1', 'a1');
        return [rows, bytes];
      };
      const row = (no: number) => ({ no, by: 'pia', at: STARTED, update: new Uint8Array(30) });
      expect(await load()).toEqual([0, 0]);
      for (const no of [1, 2, 3]) await texts.append('rm_1', 'a1', row(no));
      expect(await load()).toEqual([3, 90]);
      const kept = { state: new Uint8Array([1]), owners: { 7: 'pia' } };
      const snapshot = { upTo: 2, rows: 2, bytes: 60, ...kept };
      await texts.keepSnapshot('rm_1', 'a1', snapshot);
      await db.deleteFrom('code_updates').where('no', '<', 3).execute();
      expect(await texts.load('rm_1', 'a1')).toEqual({ snapshot, updates: [row(3)], rows: 3, bytes: 90 });
      await texts.keepSnapshot('rm_1', 'a1', { upTo: 3, rows: 3, bytes: 91, ...kept });
      expect(await load()).toEqual([3, 91]);
      await texts.append('rm_1', 'a1', row(4));
      await db.updateTable('code_snapshots').set({ bytes: null, rows: null, owners: null }).execute();
      expect(await load()).toEqual([4, 60]);
      expect((await texts.load('rm_1', 'a1')).snapshot?.owners).toBeNull();
    });

    describe('the oldest updates of a text are replaced by fewer', () => {
      const row = (no: number, size = 30) => ({
        ...{ no, by: 'pia', at: STARTED + no },
        update: new Uint8Array(size),
      });
      const stored = async () => {
        const texts = createCodeRecord(db);
        for (let no = 1; no <= 6; no += 1) await texts.append('rm_1', 'a1', row(no));
        const state = new Uint8Array([1]);
        await texts.keepSnapshot('rm_1', 'a1', { upTo: 6, rows: 6, bytes: 180, state, owners: {} });
        await texts.append('rm_1', 'a2', row(1));
        return texts;
      };
      const fewer = {
        upTo: 4,
        rows: 4,
        updates: [row(2, 40), row(4, 40)],
        saved: { rows: 2, bytes: 40 },
      };

      test('all at once, with what the snapshot says of them', async () => {
        const texts = await stored();
        expect(await texts.replace('rm_1', 'a1', fewer)).toBe(true);
        expect(await texts.after('rm_1', 'a1', 0)).toEqual([row(2, 40), row(4, 40), row(5), row(6)]);
        expect(await texts.load('rm_1', 'a1')).toMatchObject({ rows: 4, bytes: 140, updates: [] });
        expect(await texts.after('rm_1', 'a2', 0)).toEqual([row(1)]);
      });

      test('or not at all: if it fails halfway, and if another process was first', async () => {
        const texts = await stored();
        const whole = await texts.after('rm_1', 'a1', 0);
        const twice = { ...fewer, updates: [row(2), row(2)] };
        expect(await texts.replace('rm_1', 'a1', twice)).toBe(false);
        expect(await texts.after('rm_1', 'a1', 0)).toEqual(whole);
        const done = await Promise.all([1, 2].map(() => texts.replace('rm_1', 'a1', fewer)));
        expect(done.filter((isDone) => isDone)).toHaveLength(1);
        expect(await texts.load('rm_1', 'a1')).toMatchObject({ rows: 4, bytes: 140 });
      });

      test('and a process that has not heard of it cannot write where they were', async () => {
        const texts = await stored();
        await texts.replace('rm_1', 'a1', fewer);
        expect(await texts.append('rm_1', 'a1', row(3))).toBe(false);
        expect(await texts.append('rm_1', 'a1', row(6))).toBe(false);
        expect(await texts.append('rm_1', 'a1', row(7))).toBe(true);
      });
    });

    test('a read model’s row appears together with the events, and its key replaces it', async () => {
      await record.append({
        ...appendOf('command-1', 0, 'a'),
        projections: [mean('speech', 1), mean('tests', 5), mean('speech', 2)],
      });
      const rows = () =>
        db.selectFrom('competency_means').select(['group_id', 'ratings']).orderBy('group_id').execute();
      expect(await rows()).toEqual([
        { group_id: 'speech', ratings: 2 },
        { group_id: 'tests', ratings: 5 },
      ]);
      await record.append({ ...appendOf('command-2', 1, 'b'), projections: [mean('speech', 3)] });
      expect((await rows())[0]?.ratings).toBe(3);
      const whole = await db
        .selectFrom('competency_means')
        .select(['first_mean', 'second_mean'])
        .executeTakeFirst();
      expect(whole).toEqual({ first_mean: 3.25, second_mean: null });
    });

    test('every read model accepts rows', async () => {
      const at = 1_790_000_000_123;
      const room = { room_id: 'rm_1', round_id: 'r1' };
      const person = { principal_id: 'pr_1', member_id: 'mb_1', role: 'panelist' } as const;
      const projections: Projection[] = [
        { table: 'invite_index', row: { token_hash: 'h', room_id: 'rm_1', invite_id: 'iv_1' } },
        {
          table: 'memberships',
          row: {
            ...person,
            room_id: 'rm_1',
            status: 'in',
            room_title: 'Panel',
            room_phase: 'live',
            active_at: at,
          },
        },
        {
          table: 'scorecards',
          row: {
            ...room,
            candidate_member_id: 'mb_2',
            candidate_name: 'Ada',
            pack_id: 'p',
            pack_title: 'Pack',
            format: 'peer',
            title: 'Panel',
            held_at: at,
            published_at: null,
            first_mean: 3.5,
            second_mean: null,
            ratings: 4,
            issuer: null,
            signature: null,
            means: null,
          },
        },
        { table: 'participations', row: { ...room, ...person, sees_ratings: 0, opened: 1, name: null } },
        mean('speech', 4),
        { table: 'room_packs', row: { room_id: 'rm_1', hash: 'h' } },
      ];
      expect(await record.append({ ...appendOf('command-1', 0, 'a'), projections })).toEqual({ ok: true });
      for (const { table, row } of projections)
        expect(await db.selectFrom(table).selectAll().execute()).toEqual([row]);
    });

    test('a rejected append writes no row', async () => {
      await record.append(appendOf('command-1', 0, 'a'));
      await record.append({ ...appendOf('command-2', 0, 'b'), projections: [mean('speech', 1)] });
      expect(await db.selectFrom('competency_means').selectAll().execute()).toEqual([]);
    });

    test('a row that breaks a constraint takes its events with it, and nobody else’s', async () => {
      const broken = { ...mean('speech', 1) };
      Reflect.set(broken, 'row', { ...broken.row, group_title: null });
      const results = await Promise.allSettled([
        record.append({ ...appendOf('command-1', 0, 'a'), projections: [broken] }),
        record.append({ ...appendOf('command-2', 0, 'b'), roomId: 'rm_2' }),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
      expect(results[0]).not.toMatchObject({ reason: expect.any(RecordUnavailable) });
      expect(await record.load('rm_1')).toEqual([]);
      expect(await record.load('rm_2')).toHaveLength(1);
    });

    test('everything is still there after closing and opening again', async () => {
      const last = record.append(appendOf('command-1', 0, 'a'));
      await record.close();
      expect(await last).toEqual({ ok: true });
      expect(await record.problem()).not.toBeNull();
      await expect(record.append(appendOf('command-2', 1, 'b'))).rejects.toThrow(RecordUnavailable);
      ({ record, db } = await openOrThrow(place));
      expect(await record.problem()).toBeNull();
      expect(await record.load('rm_1')).toHaveLength(1);
      expect(await record.append(appendOf('command-1', 1, 'a'))).toMatchObject({ ok: false });
    });

    test('items that were heard in a copy before there were families count as heard in the original', async () => {
      await sql`alter table packs rename column family_id to origin_id`.execute(db);
      await sql`alter table heard rename column family_id to pack_id`.execute(db);
      await sql`drop index packs_by_content_hash`.execute(db);
      await sql`alter table packs drop column content_hash`.execute(db);
      for (const table of [
        ...['pack_contents', 'room_packs', 'moves', 'round_asks', 'round_ratings'],
        ...['kept_scorecards', 'share_links', 'signing_keys'],
      ])
        await db.schema.dropTable(table).execute();
      await sql`drop index participations_by_person`.execute(db);
      await sql`create index participations_by_principal_id on participations (principal_id)`.execute(db);
      await sql`alter table participations drop column name`.execute(db);
      await sql`alter table packs drop column copy_of`.execute(db);
      await sql`alter table packs drop column copy_no`.execute(db);
      await sql`alter table pack_versions drop column ids`.execute(db);
      for (const table of [
        'sessions',
        'code_updates',
        'code_snapshots',
        'pack_links',
        'marks',
        'try_outs',
        'room_snapshots',
        'calibrations',
        'forgotten',
        'webhooks',
        'stories',
        'own_calibrations',
        'processes',
        'built_files',
      ])
        await db.schema.dropTable(table).execute();
      await sql`alter table participations drop column opened`.execute(db);
      await sql`alter table competency_means drop column raters`.execute(db);
      await withoutHeldAt(db);
      for (const column of ['issuer', 'signature', 'means'])
        await sql`alter table scorecards drop column ${sql.ref(column)}`.execute(db);
      await sql`delete from kysely_migration where name >= '0005-families'`.execute(db);
      await sql`
        insert into packs (id, owner_id, title, head_no, origin_id, created_at, updated_at)
        values ('copy', 'ada', 'A copy', 1, 'shipped', 1, 1), ('own', 'ada', 'Her own', 1, null, 1, 1)`.execute(
        db,
      );
      await sql`
        insert into heard (principal_id, pack_id, item_id, at)
        values ('ada', 'copy', 'q1', 1), ('ada', 'shipped', 'q1', 2), ('bo', 'copy', 'q2', 3), ('bo', 'own', 'q3', 4)`.execute(
        db,
      );
      await record.close();
      ({ record, db } = await openOrThrow(place));
      const packs = await db.selectFrom('packs').select(['id', 'family_id']).orderBy('id').execute();
      expect(packs).toEqual([
        { id: 'copy', family_id: 'shipped' },
        { id: 'own', family_id: 'own' },
      ]);
      const heard = await db
        .selectFrom('heard')
        .select(['principal_id', 'family_id', 'item_id'])
        .where('family_id', '<>', 'copy')
        .orderBy('item_id')
        .execute();
      expect(heard.map((row) => Object.values(row))).toEqual([
        ['ada', 'shipped', 'q1'],
        ['bo', 'shipped', 'q2'],
        ['bo', 'own', 'q3'],
      ]);
    });

    test('the packs of earlier rooms are moved to be stored once, even after an interrupted move', async () => {
      const stored = earlierRoom();
      const [opened] = stored;
      const openRooms = async (from: number, to: number) => {
        for (let no = from; no < to; no += 1) {
          const pack = { ...opened?.data.pack, title: no % 2 === 0 ? 'Even' : 'Odd' };
          const events = stored.map(({ data, meta }) => ({
            type: data.type,
            data: data.pack ? { ...data, pack } : data,
            ...meta,
          }));
          const room = { roomId: `rm_${no}`, expectedSeq: 0, commandId: 'open', projections: [] };
          await record.append({ ...room, events });
        }
      };
      const startsAgain = async () => {
        await db.deleteFrom('moves').execute();
        await record.close();
        ({ record, db } = await openOrThrow(place));
        return db.selectFrom('room_packs').select(['room_id', 'hash']).orderBy('room_id').execute();
      };
      await openRooms(20, 45);
      expect(await startsAgain()).toHaveLength(25);
      await openRooms(10, 20);
      const rows = await startsAgain();
      expect(rows).toHaveLength(35);
      expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
      expect(await db.selectFrom('pack_contents').select('reader').execute()).toHaveLength(2);
      expect(await startsAgain()).toEqual(rows);
      const contents = createPackContents({ db, reader: 1, now: () => 1 });
      const events = await record.load('rm_11');
      expect(events).toHaveLength(stored.length);
      expect(await readEvent(events[0]?.data, contents)).toEqual(
        upcast({ ...opened?.data, pack: { ...opened?.data.pack, title: 'Odd' } }),
      );
    });

    test('scorecards from files learn whose view they are', async () => {
      await db.schema.alterTable('kept_scorecards').renameTo('of_today').execute();
      await sql`
        create table kept_scorecards (
          id text primary key not null, owner_id text not null, issuer text not null, room_id text not null,
          round_id text not null, signature text not null, entry text not null, published_at bigint not null,
          kept_at bigint not null, title text default '' not null, candidate_name text default '' not null,
          pack_title text default '' not null,
          constraint kept_scorecards_once unique (owner_id, issuer, room_id, round_id))`.execute(db);
      await db.schema.dropTable('of_today').execute();
      const entry = JSON.stringify({ scorecard: { viewer: { memberId: 'mb_lena00000000' } } });
      const row = { id: 'ks_1', owner_id: 'ada', issuer: 'https://a.test', room_id: 'rm_1', round_id: 'r1' };
      const rest = { signature: 'verified' as const, entry, published_at: 5, kept_at: 6 };
      const titles = { title: 'Panel', candidate_name: 'Lena', pack_title: 'Oyster' };
      const before = { ...row, ...rest, ...titles };
      await sql`
        insert into kept_scorecards (${sql.join(Object.keys(before).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values(before))})`.execute(db);
      await sql`create index kept_scorecards_by_owner_id_published_at
        on kept_scorecards (owner_id, published_at)`.execute(db);
      // What the migrations after it have made.
      for (const column of ['family_id', 'item_id', 'sample'])
        await sql`alter table calibrations drop column ${sql.ref(column)}`.execute(db);
      for (const table of ['processes', 'built_files'] as const) await db.schema.dropTable(table).execute();
      for (const column of ['bytes', 'rows', 'owners'])
        await sql`alter table code_snapshots drop column ${sql.ref(column)}`.execute(db);
      await sql`alter table share_links drop column label`.execute(db);
      await sql`alter table scorecards drop column means`.execute(db);
      await withoutHeldAt(db);
      await sql`delete from kysely_migration where name >= '0026'`.execute(db);
      await record.close();
      ({ record, db } = await openOrThrow(place));
      const { published_at: held_at, ...same } = before;
      const kept = { ...same, held_at, viewer_id: 'mb_lena00000000' };
      expect(await db.selectFrom('kept_scorecards').selectAll().execute()).toEqual([kept]);
      const another = { ...kept, id: 'ks_2', viewer_id: 'mb_priya0000000' };
      await db.insertInto('kept_scorecards').values(another).execute();
      await expect(
        db
          .insertInto('kept_scorecards')
          .values({ ...another, id: 'ks_3' })
          .execute(),
      ).rejects.toThrow(/unique/i);
    });

    test('a record of a later version is left alone', async () => {
      const later = { name: '9999-later', timestamp: new Date().toISOString() };
      const untyped = db as unknown as Kysely<{ kysely_migration: typeof later }>;
      await untyped.insertInto('kysely_migration').values(later).execute();
      await record.close();
      const opened = await openRecord(place);
      expect(opened).toMatchObject({
        ok: false,
        problem: expect.stringContaining('written by a later version of Hotseat'),
      });
    });
  });
}

/** Undoes a migration. */
async function withoutHeldAt(db: Kysely<Database>): Promise<void> {
  await db.schema.dropIndex('scorecards_by_held_at').execute();
  await sql`alter table scorecards drop column published_at`.execute(db);
  await sql`alter table scorecards rename column held_at to published_at`.execute(db);
  await sql`create index scorecards_by_published_at on scorecards (published_at)`.execute(db);
}
