import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Append, type EventRecord, type Projection, RecordUnavailable } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { type OpenedRecord, openRecord } from './open';

/** Where a record is kept, as `openRecord` takes it: a new, empty place at every call. */
export type Place = Parameters<typeof openRecord>[0];

export async function openOrThrow(place: Place): Promise<Extract<OpenedRecord, { ok: true }>> {
  const opened = await openRecord(place);
  if (!opened.ok) throw new Error(opened.problem);
  return opened;
}

/** `rm_1`'s command `commandId`, decided on `expectedSeq`, with events that hold `values`. */
export function appendOf(commandId: string, expectedSeq: number, ...values: unknown[]): Append {
  return {
    roomId: 'rm_1',
    expectedSeq,
    commandId,
    events: values.map((data) => ({ type: 'Said', data, at: 1_790_000_000_123, by: 'mb_1' })),
    projections: [],
  };
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

/** What every implementation of the record does. Run once for each dialect. */
export function describeRecord(dialect: string, newPlace: () => Promise<Place>): void {
  describe(`the record in ${dialect}`, () => {
    let place: Place;
    let record: EventRecord;
    let db: Kysely<Database>;

    beforeEach(async () => {
      place = await newPlace();
      ({ record, db } = await openOrThrow(place));
    });
    afterEach(() => record.close());

    test('gives back a room’s events as they were, in order, and those after a seq alone', async () => {
      const strange = { text: 'naïve “☕” \u0000 \ud800 done', list: [1, null, 0.1], deep: { on: true } };
      expect(await record.append(appendOf('command-1', 0, strange, 'two'))).toEqual({ ok: true });
      expect(await record.append(appendOf('command-2', 2, 3))).toEqual({ ok: true });
      const event = { type: 'Said', at: 1_790_000_000_123, by: 'mb_1' };
      expect(await record.load('rm_1')).toEqual([
        { ...event, seq: 1, commandId: 'command-1', data: strange },
        { ...event, seq: 2, commandId: 'command-1', data: 'two' },
        { ...event, seq: 3, commandId: 'command-2', data: 3 },
      ]);
      expect((await record.load('rm_1', 2)).map(({ seq }) => seq)).toEqual([3]);
      expect(await record.load('rm_2')).toEqual([]);
    });

    test('an event nobody caused has no author', async () => {
      const append = appendOf('command-1', 0, 'tick');
      await record.append({ ...append, events: append.events.map((event) => ({ ...event, by: null })) });
      expect((await record.load('rm_1'))[0]?.by).toBeNull();
    });

    test('refuses what was decided on an older or a newer room, and stores none of it', async () => {
      await record.append(appendOf('command-1', 0, 'a'));
      for (const seq of [0, 2, 7])
        expect(await record.append(appendOf(`late-${seq}`, seq, 'x', 'y'))).toEqual({
          ok: false,
          reason: 'conflict',
        });
      expect(await record.load('rm_1')).toHaveLength(1);
    });

    test('a command that is stored is a duplicate, whatever it was decided on', async () => {
      await record.append(appendOf('command-1', 0, 'a'));
      for (const seq of [0, 1])
        expect(await record.append(appendOf('command-1', seq, 'a'))).toEqual({
          ok: false,
          reason: 'duplicate-command',
        });
      expect(await record.load('rm_1')).toHaveLength(1);
      expect(await record.hasCommand('rm_1', 'command-1')).toBe(true);
      expect(await record.hasCommand('rm_1', 'command-2')).toBe(false);
      expect(await record.hasCommand('rm_2', 'command-1')).toBe(false);
    });

    test('of many who were decided on the same room one gets in', async () => {
      const all = Array.from({ length: 20 }, (_, i) => record.append(appendOf(`command-${i}`, 0, i)));
      const results = await Promise.all(all);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.reason === 'conflict')).toHaveLength(19);
      expect(await record.load('rm_1')).toHaveLength(1);
    });

    test('of one command sent twice at once one has an effect', async () => {
      const results = await Promise.all([
        record.append(appendOf('command-1', 0, 'a')),
        record.append(appendOf('command-1', 0, 'a')),
      ]);
      expect(results).toEqual([{ ok: true }, { ok: false, reason: 'duplicate-command' }]);
    });

    test('many rooms append at once, each in its own order', async () => {
      const rooms = Array.from({ length: 60 }, (_, i) => `rm_${i}`);
      const play = async (roomId: string) => {
        for (const seq of [0, 2, 4])
          expect(await record.append({ ...appendOf(`command-${seq}`, seq, seq, seq), roomId })).toEqual({
            ok: true,
          });
      };
      await Promise.all(rooms.map(play));
      for (const roomId of rooms)
        expect((await record.load(roomId)).map(({ data }) => data)).toEqual([0, 0, 2, 2, 4, 4]);
    });

    test('appends of one room in one tick follow each other', async () => {
      const results = await Promise.all([
        record.append(appendOf('command-1', 0, 'a')),
        record.append(appendOf('command-2', 1, 'b')),
      ]);
      expect(results).toEqual([{ ok: true }, { ok: true }]);
    });

    test('a read model’s row is there when the events are, and is replaced by its key', async () => {
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

    test('every read model takes rows', async () => {
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
            published_at: at,
            first_mean: 3.5,
            second_mean: null,
            ratings: 4,
          },
        },
        { table: 'participations', row: { ...room, ...person, sees_ratings: 0 } },
        mean('speech', 4),
      ];
      expect(await record.append({ ...appendOf('command-1', 0, 'a'), projections })).toEqual({ ok: true });
      for (const { table, row } of projections)
        expect(await db.selectFrom(table).selectAll().execute()).toEqual([row]);
    });

    test('a refused append writes no row', async () => {
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

    test('an append without events, or with data that is no JSON, is a bug', async () => {
      await expect(record.append(appendOf('command-1', 0))).rejects.toThrow(TypeError);
      await expect(record.append(appendOf('command-1', 0, undefined))).rejects.toThrow(TypeError);
    });

    test('what is changed after the call is stored as it was at the call', async () => {
      const data = { text: 'before' };
      const appended = record.append(appendOf('command-1', 0, data));
      data.text = 'after';
      await appended;
      expect((await record.load('rm_1'))[0]?.data).toEqual({ text: 'before' });
    });

    test('everything is there after closing and opening again', async () => {
      const last = record.append(appendOf('command-1', 0, 'a'));
      await record.close();
      expect(await last).toEqual({ ok: true });
      expect(await record.healthy()).toBe(false);
      await expect(record.append(appendOf('command-2', 1, 'b'))).rejects.toThrow(RecordUnavailable);
      ({ record, db } = await openOrThrow(place));
      expect(await record.healthy()).toBe(true);
      expect(await record.load('rm_1')).toHaveLength(1);
      expect(await record.append(appendOf('command-1', 1, 'a'))).toMatchObject({ ok: false });
    });

    test('a big append is one append', async () => {
      const values = Array.from({ length: 5_000 }, (_, i) => i);
      expect(await record.append(appendOf('command-1', 0, ...values))).toEqual({ ok: true });
      expect((await record.load('rm_1')).map(({ data }) => data)).toEqual(values);
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
