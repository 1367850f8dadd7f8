import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Append, EventRecord } from '../runtime/ports';

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

/** The behaviour of every store of events: each dialect of the record, and the one in memory. */
export function describeEvents(name: string, open: () => Promise<EventRecord>): void {
  describe(`the record in ${name}`, () => {
    let record: EventRecord;

    beforeEach(async () => {
      record = await open();
    });
    afterEach(() => record.close());

    test('gives back a room’s events unchanged and in order, or only those after a seq', async () => {
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
      expect((await record.load('rm_1', 1, 1)).map(({ seq }) => seq)).toEqual([2]);
      expect(await record.load('rm_2')).toEqual([]);
    });

    test('knows the last event of each room that has any', async () => {
      await record.append(appendOf('command-1', 0, 'a', 'b'));
      await record.append({ ...appendOf('command-1', 0, 'c'), roomId: 'rm_2' });
      const found = await record.newest(['rm_2', 'rm_1', 'rm_3']);
      expect(found).toEqual(
        new Map([
          ['rm_1', 2],
          ['rm_2', 1],
        ]),
      );
      expect(await record.newest([])).toEqual(new Map());
    });

    test('knows the commands whose events it holds, each in its own room', async () => {
      await record.append(appendOf('command-1', 0, 'a', 'b'));
      expect(await record.holds('rm_1', ['command-0', 'command-1'])).toBe(true);
      expect(await record.holds('rm_1', ['command-2'])).toBe(false);
      expect(await record.holds('rm_2', ['command-1'])).toBe(false);
      expect(await record.holds('rm_1', [])).toBe(false);
    });

    test('an event that nobody caused has no author', async () => {
      const append = appendOf('command-1', 0, 'tick');
      await record.append({ ...append, events: append.events.map((event) => ({ ...event, by: null })) });
      expect((await record.load('rm_1'))[0]?.by).toBeNull();
    });

    test('rejects a decision on an older or a newer state of the room, and stores none of it', async () => {
      await record.append(appendOf('command-1', 0, 'a'));
      for (const seq of [0, 2, 7])
        expect(await record.append(appendOf(`late-${seq}`, seq, 'x', 'y'))).toEqual({
          ok: false,
          reason: 'conflict',
        });
      expect(await record.load('rm_1')).toHaveLength(1);
    });

    test('a stored command is a duplicate, no matter on which state it was decided', async () => {
      await record.append(appendOf('command-1', 0, 'a'));
      for (const seq of [0, 1])
        expect(await record.append(appendOf('command-1', seq, 'a'))).toEqual({
          ok: false,
          reason: 'duplicate-command',
        });
      expect(await record.load('rm_1')).toHaveLength(1);
    });

    test('of many decisions on the same state one is stored', async () => {
      const all = Array.from({ length: 20 }, (_, i) => record.append(appendOf(`command-${i}`, 0, i)));
      const results = await Promise.all(all);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.reason === 'conflict')).toHaveLength(19);
      expect(await record.load('rm_1')).toHaveLength(1);
    });

    test('a command that is sent twice at once has one effect', async () => {
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

    test('an append without events, or with data that is not JSON, is a bug', async () => {
      await expect(record.append(appendOf('command-1', 0))).rejects.toThrow(TypeError);
      await expect(record.append(appendOf('command-1', 0, undefined))).rejects.toThrow(TypeError);
    });

    test('data that changes after the call is stored as it was at the call', async () => {
      const data = { text: 'before' };
      const appended = record.append(appendOf('command-1', 0, data));
      data.text = 'after';
      await appended;
      expect((await record.load('rm_1'))[0]?.data).toEqual({ text: 'before' });
    });

    test('a big append is one append', async () => {
      const values = Array.from({ length: 5_000 }, (_, i) => i);
      expect(await record.append(appendOf('command-1', 0, ...values))).toEqual({ ok: true });
      expect((await record.load('rm_1')).map(({ data }) => data)).toEqual(values);
    });
  });
}
