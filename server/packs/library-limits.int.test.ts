import { expect, test } from 'vitest';
import { LIBRARY_LIMITS } from '../protocol/pack-library';
import { ada, describeLibrary, grace, guide, HOUR_MS, kept } from '../testing/pack-library';

describeLibrary('what one person may keep', (place) => {
  const { withLibrary } = place;

  test('the oldest versions are deleted, the newest stay', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      for (let no = 1; no <= LIBRARY_LIMITS.versions; no += 1)
        await library.save(ada, id, no, guide('Mine', `How do you deploy number ${no}?`));
      const versions = (await library.open(ada, id))?.versions ?? [];
      expect(versions).toHaveLength(LIBRARY_LIMITS.versions);
      expect(versions.at(-1)?.no).toBe(2);
    }));

  test('a deleted pack can be put back for a day, and no longer', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await library.remove(ada, id);
      expect(await library.mine(ada)).toEqual([]);
      expect(await library.find(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
      await library.putBack(ada, id);
      expect(await library.mine(ada)).toMatchObject([{ id }]);
      await library.remove(ada, id);
      place.now += 20 * HOUR_MS;
      // A second removal does not restart the day.
      await library.remove(ada, id);
      place.now += 5 * HOUR_MS;
      expect(await library.putBack(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
      await kept(library, ada, guide('Another'));
      expect(await library.putBack(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
    }));

  test('a pack for one room is not listed, and is kept for a day', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Once'), 'once');
      expect(await library.mine(ada)).toEqual([]);
      expect(await library.find(ada, id)).toMatchObject({ value: { id, title: 'Once' } });
      place.now += 25 * HOUR_MS;
      expect(await library.find(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
    }));

  test('a person can keep a limited number of packs', () =>
    withLibrary(async (library) => {
      for (let n = 0; n < LIBRARY_LIMITS.packs; n += 1) await kept(library, ada, guide('Mine'));
      expect(await library.keep(ada, guide('Mine'), 'keep')).toMatchObject({ ok: false, code: 'too-many' });
      await kept(library, grace, guide('Hers'));
      const [first, second] = await library.mine(ada);
      await library.remove(ada, first?.id ?? '');
      await library.remove(ada, second?.id ?? '');
      await kept(library, ada, guide('Mine'));
      expect(await library.putBack(ada, first?.id ?? '')).toMatchObject({ ok: true });
      const full = await library.keep(ada, guide('Mine'), 'keep');
      expect(await library.putBack(ada, second?.id ?? '')).toEqual(full);
      expect(await library.mine(ada)).toHaveLength(LIBRARY_LIMITS.packs);
    }));

  test('limits also apply to one person’s simultaneous requests', () =>
    withLibrary(async (library, db) => {
      for (let n = 3; n < LIBRARY_LIMITS.packs; n += 1) await kept(library, ada, guide('Mine'));
      const { id: deleted } = await kept(library, ada, guide('Deleted'));
      await library.remove(ada, deleted);
      const atOnce = await Promise.all([
        ...Array.from({ length: 8 }, () => library.keep(ada, guide('Mine'), 'keep')),
        library.putBack(ada, deleted),
      ]);
      expect(atOnce.filter(({ ok }) => ok)).toHaveLength(3);
      expect(await library.mine(ada)).toHaveLength(LIBRARY_LIMITS.packs);

      const [one, two] = await library.mine(ada);
      const versions = await db.selectFrom('pack_versions').select('bytes').execute();
      const used = versions.reduce((sum, { bytes }) => sum + bytes, 0);
      const next = guide('Mine', 'What went well?');
      // Two of these would fit, but each also keeps the ids of the previous version.
      const filler = LIBRARY_LIMITS.bytes - used - 2 * Buffer.byteLength(next);
      await db
        .updateTable('pack_versions')
        .set((eb) => ({ bytes: eb('bytes', '+', filler) }))
        .where('pack_id', '=', deleted)
        .execute();
      const saves = await Promise.all([one, two].map((pack) => library.save(ada, pack?.id ?? '', 1, next)));
      expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    }));

  test('a person can keep a limited number of bytes in all versions together', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await db.updateTable('pack_versions').set({ bytes: LIBRARY_LIMITS.bytes }).execute();
      const more = guide('Mine', 'What went well?');
      expect(await library.keep(ada, more, 'keep')).toMatchObject({ ok: false, code: 'too-many' });
      expect(await library.keep(ada, more, 'once')).toMatchObject({ ok: false, code: 'too-many' });
      expect(await library.save(ada, id, 1, more)).toMatchObject({ ok: false, code: 'too-many' });
      await kept(library, grace, more);
    }));

  test('packs for one room replace each other, and never a kept pack', () =>
    withLibrary(async (library) => {
      const stays = await kept(library, ada, guide('Mine'));
      const first = await kept(library, ada, guide('Once'), 'once');
      for (let n = 1; n < LIBRARY_LIMITS.once; n += 1) {
        place.now += 1;
        await kept(library, ada, guide('Once'), 'once');
      }
      expect(await library.find(ada, first.id)).toMatchObject({ ok: true });
      place.now += 1;
      const last = await kept(library, ada, guide('Once'), 'once');
      expect(await library.find(ada, first.id)).toMatchObject({ code: 'pack-unknown' });
      for (const { id } of [stays, last]) expect(await library.find(ada, id)).toMatchObject({ ok: true });
    }));

  test('an impossible id or version is not found, and a title is one line of text', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      for (const wrong of ['own-\0', `${id}\0`, 'x'.repeat(100_000), "own-' or 1=1", '\uD800']) {
        expect(await library.find(ada, wrong)).toMatchObject({ code: 'pack-unknown' });
        expect(await library.source(ada, wrong)).toBeNull();
        expect(await library.open(ada, wrong)).toBeNull();
        for (const outcome of [
          await library.save(ada, wrong, 1, guide('Mine')),
          await library.remove(ada, wrong),
          await library.putBack(ada, wrong),
        ])
          expect(outcome).toMatchObject({ code: 'pack-unknown' });
      }
      for (const no of [0, -1, 2 ** 31, 2 ** 53]) {
        expect(await library.source(ada, id, no)).toBeNull();
        expect(await library.save(ada, id, no, guide('Ours'))).toMatchObject({ code: 'pack-changed' });
      }
      const nul = `---\ntitle: "A\\0B"\n---\n${guide('Mine')}`;
      expect(await library.keep(ada, nul, 'keep')).toMatchObject({ ok: true, value: { title: 'Mine' } });
    }));
});
