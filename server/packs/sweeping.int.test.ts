import { expect, onTestFinished, test, vi } from 'vitest';
import { LIBRARY_LIMITS } from '../protocol/pack-library';
import { ada, describeLibrary, grace, guide, HOUR_MS, kept } from '../testing/pack-library';
import { SOON } from '../testing/soon';
import type { Db } from './kept-packs';
import { sweep } from './shelf-space';
import { keepSwept } from './sweeping';

/** Titles of the packs whose Markdown is in the record, including those that nobody may see any more. */
async function held(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('pack_versions').select('source').execute();
  const packs = await db.selectFrom('packs').select('id').execute();
  expect(rows).toHaveLength(packs.length);
  return rows.map(({ source }) => /^# (.*)\r/.exec(source)?.[1] ?? '').sort();
}

describeLibrary('deleted packs leave the record', (place) => {
  const { withLibrary } = place;

  const fails = (error: unknown) => expect.unreachable(String(error));
  function sweeping(db: Db, failed: (error: unknown) => void = fails): () => Promise<void> {
    const stop = keepSwept({
      sweeps: [(at) => sweep(db, at), place.contents(db).sweep],
      now: () => place.now,
      failed,
      everyMs: 10,
    });
    onTestFinished(stop);
    return stop;
  }

  test('a day later, already at the start, for every owner, even if nobody keeps another pack', () =>
    withLibrary(async (library, db) => {
      await kept(library, ada, guide('Once'), 'once');
      for (const who of [ada, grace]) {
        const { id } = await kept(library, who, guide('Deleted'));
        await library.remove(who, id);
      }
      await kept(library, grace, guide('Stays'));
      place.now += 24 * HOUR_MS;
      const stop = keepSwept({
        sweeps: [(at) => sweep(db, at), place.contents(db).sweep],
        now: () => place.now,
        failed: fails,
      });
      await vi.waitFor(async () => expect(await held(db)).toEqual(['Stays']), SOON);
      await stop();
    }));

  test('not before their day is over, and after it without a restart', () =>
    withLibrary(async (library, db) => {
      await kept(library, ada, guide('Once'), 'once');
      const { id } = await kept(library, grace, guide('Deleted'));
      await library.remove(grace, id);
      place.now += 24 * HOUR_MS - 1;
      await sweep(db, place.now);
      expect(await held(db)).toEqual(['Deleted', 'Once']);
      const stop = sweeping(db);
      expect(await library.putBack(grace, id)).toMatchObject({ ok: true });
      place.now += 1;
      await expect.poll(() => held(db), SOON).toEqual(['Deleted']);
      await stop();
    }));

  test('even when one transaction cannot delete all, and several processes do it at once', () =>
    withLibrary(async (library, db) => {
      for (const who of [ada, grace])
        for (let n = 0; n < LIBRARY_LIMITS.packs; n += 1) {
          const { id } = await kept(library, who, guide('Deleted'));
          await library.remove(who, id);
        }
      place.now += 24 * HOUR_MS;
      await Promise.all([sweep(db, place.now), sweep(db, place.now), sweep(db, place.now)]);
      expect(await held(db)).toEqual([]);
    }));

  test('after a failure, which is reported and tried again', () =>
    withLibrary(async (library, db) => {
      await kept(library, ada, guide('Once'), 'once');
      place.now += 24 * HOUR_MS;
      const failures: unknown[] = [];
      await db.schema.alterTable('packs').renameTo('packs_away').execute();
      const stop = sweeping(db, (error) => failures.push(error));
      await expect.poll(() => failures.length, SOON).toBeGreaterThan(1);
      await db.schema.alterTable('packs_away').renameTo('packs').execute();
      await expect.poll(() => held(db), SOON).toEqual([]);
      await stop();
    }));

  test('with what was read from them, as soon as neither a room nor a pack names it', () =>
    withLibrary(async (library, db, record) => {
      const contents = place.contents(db);
      const titles = async (): Promise<string[]> => {
        const rows = await db.selectFrom('pack_contents').select('pack').execute();
        return rows.map(({ pack }): string => JSON.parse(pack).title).sort();
      };
      const first = await kept(library, ada, guide('First'));
      await kept(library, grace, guide('Once'), 'once');
      const found = await library.find(ada, first.id);
      if (!found.ok) throw new Error(found.message);
      const { hash } = await contents.keep(found.value);
      await record.append({
        roomId: 'rm_1',
        expectedSeq: 0,
        commandId: 'open',
        events: [{ type: 'RoomOpened', data: { packHash: hash }, at: 1, by: null }],
        projections: [{ table: 'room_packs', row: { room_id: 'rm_1', hash } }],
      });
      await library.save(ada, first.id, 1, guide('Second'));
      await library.save(ada, first.id, 2, guide('Third'));
      await contents.sweep(place.now);
      expect(await titles()).toEqual(['First', 'Once', 'Second', 'Third']);
      place.now += 24 * HOUR_MS;
      await Promise.all([contents.sweep(place.now), place.contents(db).sweep(place.now)]);
      expect(await titles()).toEqual(['First', 'Once', 'Third']);
      await sweep(db, place.now);
      await contents.sweep(place.now);
      expect(await titles()).toEqual(['First', 'Third']);
      expect(await place.contents(db).find(hash)).toMatchObject({ pack: { title: 'First' } });
    }));

  test('not at the start, where nothing may begin yet', () =>
    withLibrary(async (library, db) => {
      await kept(library, ada, guide('Once'), 'once');
      place.now += 24 * HOUR_MS;
      let rounds = 0;
      const settings = { now: () => place.now, failed: fails, mayBegin: async () => false };
      const count = async () => {
        rounds += 1;
      };
      const stop = keepSwept({ ...settings, sweeps: [(at) => sweep(db, at), count] });
      const stopSoon = keepSwept({ ...settings, sweeps: [count], everyMs: 10 });
      await vi.waitFor(() => expect(rounds).toBeGreaterThan(1), SOON);
      await Promise.all([stop(), stopSoon()]);
      expect(await held(db)).toEqual(['Once']);
    }));

  test('a few at a time, and a stop waits for these few alone', () =>
    withLibrary(async (library, db) => {
      for (let no = 0; no < 60; no += 1) await kept(library, ada, guide(`Once ${no}`), 'once');
      await db.updateTable('packs').set({ until: 1 }).execute();
      const before = (await held(db)).length;
      const order: string[] = [];
      const stop = keepSwept({
        sweeps: [
          async (at, signal) => {
            order.push('began');
            await sweep(db, at, signal);
            order.push('ended');
          },
          async () => void order.push('next'),
        ],
        now: () => place.now,
        failed: fails,
      });
      await vi.waitFor(() => expect(order).toEqual(['began']), { ...SOON, interval: 1 });
      await stop();
      expect(order).toEqual(['began', 'ended']);
      expect(await held(db)).toHaveLength(Math.max(0, before - 50));
    }));

  test('until it is stopped', () =>
    withLibrary(async (_library, db) => {
      const asked = { stopped: 0, other: 0 };
      const counting = (who: keyof typeof asked) => () => {
        asked[who] += 1;
        return place.now;
      };
      const stop = keepSwept({
        sweeps: [(at) => sweep(db, at), place.contents(db).sweep],
        now: counting('stopped'),
        failed: fails,
        everyMs: 5,
      });
      await stop();
      const before = asked.stopped;
      const stopOther = keepSwept({
        sweeps: [(at) => sweep(db, at), place.contents(db).sweep],
        now: counting('other'),
        failed: fails,
        everyMs: 10,
      });
      await expect.poll(() => asked.other, SOON).toBeGreaterThan(3);
      await stopOther();
      expect(asked.stopped).toBe(before);
    }));
});
