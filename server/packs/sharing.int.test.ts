import { expect, test } from 'vitest';
import { ada, describeLibrary, grace, guide, kept } from '../testing/pack-library';

const asked = (principal: typeof ada | null) => ({ principal, address: '203.0.113.7' });

describeLibrary('a pack is read, found and shared', (place) => {
  test('one’s own and a shipped pack are read whole; somebody else’s is not found', () =>
    place.withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await library.page(asked(ada), id)).toMatchObject({
        ok: true,
        value: {
          own: true,
          rounds: 2,
          preview: {
            groups: [
              {
                title: 'Delivery',
                items: [
                  {
                    id: 'delivery-1',
                    title: 'How do you deploy?',
                    points: [{ text: 'Often.', context: 'small steps.' }],
                  },
                ],
              },
            ],
          },
        },
      });
      expect(await library.page(asked(ada), 'shipped')).toMatchObject({ value: { own: false, rounds: 1 } });
      expect(await library.page(asked(null), 'shipped')).toMatchObject({ value: { own: false, rounds: 0 } });
      for (const other of [grace, null])
        expect(await library.page(asked(other), id)).toMatchObject({ ok: false, code: 'pack-unknown' });
    }));

  test('a search finds shipped packs and one’s own, and nobody else’s', () =>
    place.withLibrary(async (library) => {
      await kept(library, ada, guide('Mine', 'How do you find an N+1 query?'));
      const found = async (who: typeof ada | null, query: string) => {
        const hits = await library.search(asked(who), query);
        return hits.ok && hits.value.map(({ packTitle, title }) => `${packTitle}: ${title}`);
      };
      expect(await found(ada, 'n+1')).toEqual(['Mine: How do you find an N+1 query?']);
      expect(await found(grace, 'n+1')).toEqual([]);
      expect(await found(null, 'often')).toEqual(['Shipped: How do you deploy?']);
    }));

  test('a link gives an independent copy that knows what was heard of its original', () =>
    place.withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await library.link(ada, id)).toBeNull();
      const made = await library.makeLink(ada, id);
      if (!made.ok) throw new Error(made.code);
      expect(await library.link(ada, id)).toEqual(made.value);
      expect(await library.shared(asked(grace), made.value.token)).toMatchObject({
        ok: true,
        value: { pack: { title: 'Mine', questions: 1 }, by: 'ada', ownId: null },
      });
      expect(await library.shared(asked(ada), made.value.token)).toMatchObject({ value: { ownId: id } });

      const copy = await library.takeCopy(grace, made.value.token);
      if (!copy.ok) throw new Error(copy.code);
      expect(copy.value).toMatchObject({ title: 'Mine', no: 1, copy: null });
      const [before, after] = await Promise.all([library.find(ada, id), library.find(grace, copy.value.id)]);
      expect(after.ok && before.ok && after.value.familyId === before.value.familyId).toBe(true);
      await library.remove(ada, id);
      expect(await library.find(grace, copy.value.id)).toMatchObject({ ok: true });
    }));

  test('a link that was replaced, turned off, or is of a deleted pack opens nothing', () =>
    place.withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const make = async () => {
        const made = await library.makeLink(ada, id);
        if (!made.ok) throw new Error(made.code);
        return made.value.token;
      };
      const opens = async (token: string) => (await library.shared(asked(grace), token)).ok;
      const first = await make();
      const second = await make();
      expect([await opens(first), await opens(second)]).toEqual([false, true]);
      expect(await library.turnLinkOff(ada, id)).toEqual({ ok: true, value: null });
      expect(await opens(second)).toBe(false);
      expect(await library.takeCopy(grace, second)).toMatchObject({ ok: false, code: 'pack-unknown' });
      const third = await make();
      await library.remove(ada, id);
      expect(await opens(third)).toBe(false);
      await library.putBack(ada, id);
      expect(await opens(third)).toBe(true);
    }));

  test('only its owner makes, sees and turns off the link of a pack, and a shipped pack has none', () =>
    place.withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await library.makeLink(ada, id);
      expect(await library.link(grace, id)).toBeNull();
      for (const pack of [id, 'shipped', 'own-x']) {
        expect(await library.makeLink(grace, pack)).toMatchObject({ ok: false, code: 'pack-unknown' });
        expect(await library.turnLinkOff(grace, pack)).toMatchObject({ ok: false, code: 'pack-unknown' });
      }
      expect(await library.link(ada, id)).not.toBeNull();
    }));

  test('the record holds no token', () =>
    place.withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const made = await library.makeLink(ada, id);
      const rows = await db.selectFrom('pack_links').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(made.ok && made.value.token);
    }));
});
