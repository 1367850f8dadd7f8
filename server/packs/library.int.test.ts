import { expect, test } from 'vitest';
import { openReader } from '../guides/reader';
import { packOutline } from '../protocol/outline';
import type { Principal } from '../runtime/principal';
import {
  ada,
  describeLibrary,
  grace,
  guide,
  kept,
  packWorker,
  person,
  shippedSource,
} from '../testing/pack-library';
import { PLANS_A_MINUTE } from '../transport/room-limit';
import type { Db } from './kept-packs';
import type { PackLibrary } from './library';

const wish = {
  groupIds: null,
  minutes: 30,
  level: null,
  targetSeconds: null,
  exercise: false,
  newFirst: true,
};

const asking = (principal: Principal | null) => ({ principal, address: '192.0.2.1' });

async function family(library: PackLibrary, who: Principal, id: string): Promise<string | undefined> {
  const found = await library.find(who, id);
  return found.ok ? found.value.familyId : undefined;
}

/** Packs as an earlier version left them: without what was read, and from another reader. */
async function keptEarlier(db: Db, id: string, source: string): Promise<void> {
  await db.updateTable('packs').set({ content_hash: null }).where('id', '=', id).execute();
  const { head_no } = await db
    .selectFrom('packs')
    .select('head_no')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('pack_versions')
    .set({ source })
    .where('pack_id', '=', id)
    .where('no', '=', head_no)
    .execute();
}

describeLibrary('packs of one’s own', (place) => {
  const { withLibrary } = place;

  test('a kept pack is returned byte for byte, whole, and with its counts', () =>
    withLibrary(async (library) => {
      const source = `\uFEFF${guide('Mine')}`;
      const { id } = await kept(library, ada, source);
      expect(await library.source(ada, id)).toEqual({ title: 'Mine', source });
      expect(await library.mine(ada)).toMatchObject([
        { id, title: 'Mine', no: 1, questions: 1, exercises: 0, copy: null, until: null },
      ]);
      expect(await library.find(ada, id)).toMatchObject({ value: { id, title: 'Mine' } });
      expect((await library.open(ada, id))?.versions).toHaveLength(1);
    }));

  test('nobody else can find it; its owner can, even after signing in to a new account', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await library.mine(grace)).toEqual([]);
      for (const who of [grace, null]) {
        expect(await library.find(who, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
        expect(await library.source(who, id)).toBeNull();
        expect(await library.summary(who, id)).toBeNull();
      }
      expect(await library.open(grace, id)).toBeNull();
      for (const outcome of [
        await library.save(grace, id, 1, guide('Hers')),
        await library.remove(grace, id),
        await library.putBack(grace, id),
        await library.duplicate(grace, id),
      ])
        expect(outcome).toMatchObject({ ok: false, code: 'pack-unknown' });
      expect(await library.find(person('account', [ada.id]), id)).toMatchObject({ value: { id } });
    }));

  test('if two people save the same version, one is told that there is a newer one', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const [a, b] = await Promise.all([
        library.save(ada, id, 1, guide('Mine', 'What went well?')),
        library.save(ada, id, 1, guide('Mine', 'What went wrong?')),
      ]);
      const results = [a, b].map((outcome) => (outcome.ok ? outcome.value.no : outcome.code));
      expect(new Set(results)).toEqual(new Set([2, 'pack-changed']));
      const open = await library.open(ada, id);
      expect(open?.versions.map(({ no }) => no)).toEqual([2, 1]);
      expect((await library.source(ada, id, 1))?.source).toBe(guide('Mine'));
    }));

  test('a source with problems is never kept', () =>
    withLibrary(async (library) => {
      const broken = '# Mine\n\n## Delivery\n\nNothing here.\n';
      expect(await library.keep(ada, broken, 'keep')).toMatchObject({ ok: false, code: 'pack-broken' });
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await library.save(ada, id, 1, broken)).toMatchObject({ ok: false, code: 'pack-broken' });
      expect(await library.mine(ada)).toMatchObject([{ no: 1 }]);
    }));

  test('a pack that an earlier version kept and this one cannot read is reported as broken, also when somebody copies it', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const source = '# Mine\n\n## Delivery\n\nNothing here.\n';
      await keptEarlier(db, id, source);
      for (const outcome of [await library.find(ada, id), await library.duplicate(ada, id)])
        expect(outcome).toMatchObject({ code: 'pack-broken', message: expect.stringContaining('earlier') });
      expect((await library.open(ada, id))?.source).toBe(source);
    }));

  test('a question of a pack that this version cannot read is recognised after the pack is fixed', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const another = '**Q: What do you measure?**\r\n- What people wait for.\r\n\r\n**Q1';
      const second = guide('Mine').replace('**Q1', another);
      await library.save(ada, id, 1, second);
      const found = await library.find(ada, id);
      await keptEarlier(db, id, '# Mine');
      expect(await library.save(ada, id, 2, second)).toMatchObject({ ok: true });
      expect(await library.find(ada, id)).toEqual(found);
    }));

  test('a copy of a shipped pack is one’s own, with the same Markdown', () =>
    withLibrary(async (library) => {
      const outcome = await library.duplicate(ada, 'shipped');
      if (!outcome.ok) throw new Error(outcome.message);
      expect(outcome.value.id).not.toBe('shipped');
      expect((await library.source(ada, outcome.value.id))?.source).toBe(shippedSource);
      expect(outcome.value.copy).toEqual({ of: 'Shipped', no: 1 });
      expect(await library.save(ada, 'shipped', 1, guide('Ours'))).toMatchObject({ code: 'pack-unknown' });
    }));

  test('copies have numbers, counted per person, and stay copies when they are renamed', () =>
    withLibrary(async (library) => {
      const copyOf = async (who: Principal, id: string) => {
        const outcome = await library.duplicate(who, id);
        if (!outcome.ok) throw new Error(outcome.message);
        return outcome.value;
      };
      const first = await copyOf(ada, 'shipped');
      const second = await copyOf(ada, first.id);
      expect(second.copy).toEqual({ of: 'Shipped', no: 2 });
      expect((await copyOf(grace, 'shipped')).copy).toEqual({ of: 'Shipped', no: 1 });
      await library.save(ada, first.id, 1, guide('Ours'));
      expect(await library.summary(ada, first.id)).toMatchObject({ title: 'Ours', copy: first.copy });
      expect((await copyOf(ada, first.id)).copy).toEqual({ of: 'Ours', no: 1 });
      await library.remove(ada, second.id);
      expect((await copyOf(ada, 'shipped')).copy).toEqual({ of: 'Shipped', no: 3 });
    }));

  test('a heard question counts in the pack and in every copy and import of it, for that person alone', () =>
    withLibrary(async (library) => {
      const heard = async (who: Principal, id: string) => {
        const outcome = await library.suggest(asking(who), id, wish);
        if (!outcome.ok) throw new Error(outcome.message);
        return outcome.value.heard;
      };
      const copy = await library.duplicate(ada, 'shipped');
      if (!copy.ok) throw new Error(copy.message);
      const twin = await library.duplicate(ada, copy.value.id);
      if (!twin.ok) throw new Error(twin.message);
      const dropped = await kept(library, grace, shippedSource, 'once');
      expect(await heard(ada, 'shipped')).toEqual([]);
      const familyId = (await family(library, ada, copy.value.id)) ?? '';
      place.heard.push({ by: ada.id, familyId, itemId: 'delivery-1' });
      for (const id of ['shipped', copy.value.id, twin.value.id])
        expect(await heard(ada, id)).toEqual(['delivery-1']);
      expect(await heard(person('account', [ada.id]), 'shipped')).toEqual(['delivery-1']);
      expect(await heard(grace, 'shipped')).toEqual([]);
      place.heard.push({ by: grace.id, familyId, itemId: 'delivery-1' });
      expect(await heard(grace, dropped.id)).toEqual(['delivery-1']);
      expect(await library.suggest(asking(grace), copy.value.id, wish)).toMatchObject({
        code: 'pack-unknown',
      });
      const shares = { slots: [], people: 3, targetSeconds: null, level: null, seen: [] };
      expect(await library.forecast(asking(grace), copy.value.id, shares)).toMatchObject({
        code: 'pack-unknown',
      });
    }));

  test('the same text is one family, whoever imports it, even after an edit; another text is another family', () =>
    withLibrary(async (library) => {
      const first = await kept(library, ada, guide('Ours'), 'once');
      const again = await kept(library, grace, guide('Ours'));
      const other = await kept(library, grace, guide('Ours', 'How do you test?'));
      const of = await family(library, ada, first.id);
      expect(of).toBeDefined();
      await library.save(grace, again.id, 1, guide('Ours, polished'));
      expect(await family(library, grace, again.id)).toBe(of);
      expect(await family(library, grace, other.id)).not.toBe(of);
    }));

  test('an existing pack is not reported as missing while too many sources wait to be read', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await keptEarlier(db, id, guide('Mine'));
      const busy = openReader({ file: packWorker });
      const crowded = place.library(db, busy);
      const long = (n: number) => `${guide(`Long ${n}`)}\r\n${'Prose.\r\n\r\n'.repeat(800)}`;
      const waiting = [1, 2, 3, 4].map((n) => busy.read(long(n), ada.id));
      expect(await crowded.find(ada, id)).toMatchObject({ ok: false, code: 'slow-down' });
      expect(await crowded.suggest(asking(ada), id, wish)).toMatchObject({ ok: false, code: 'slow-down' });
      expect(await crowded.find(ada, 'own-nothing')).toMatchObject({ ok: false, code: 'pack-unknown' });
      await Promise.all(waiting);
      expect(await crowded.find(ada, id)).toMatchObject({ ok: true, value: { title: 'Mine' } });
      await busy.close();
    }));

  test('set-up shows the same agenda every time, with what its person has heard, in their own packs too', () =>
    withLibrary(async (library) => {
      const source = guide('Mine').replace(
        '**Q1',
        '**Q: What do you measure?** {#measure}\r\n- People wait.\r\n\r\n**Q1',
      );
      const { id } = await kept(library, ada, source);
      const opensWith = async () => {
        const opening = await library.opening(asking(ada), id);
        if (!opening.ok) throw new Error(opening.message);
        expect(packOutline.parse(opening.value).title).toBe('Mine');
        return opening.value.suggestion.picks;
      };
      expect(await opensWith()).toEqual([{ id: 'measure', why: '' }]);
      const familyId = (await family(library, ada, id)) ?? '';
      place.heard.push({ by: ada.id, familyId, itemId: 'measure' });
      expect(await opensWith()).toEqual([{ id: 'measure', why: 'You have heard it before' }]);
      expect(await library.opening(asking(grace), id)).toMatchObject({ code: 'pack-unknown' });
      expect(await library.opening(asking(null), 'shipped')).toMatchObject({
        value: { suggestion: { picks: [{ id: 'delivery-1' }], heard: [] } },
      });
    }));

  test('peers are suggested competencies', () =>
    withLibrary(async (library) => {
      const slots = { groupIds: null, minutes: 30, targetSeconds: null };
      expect(await library.suggestSlots(asking(null), 'shipped', slots)).toEqual({
        ok: true,
        value: { picks: [{ groupId: 'delivery', why: 'First on Delivery' }] },
      });
    }));

  test('only a person who asks for plans without end is told to slow down, signed in or not', () =>
    withLibrary(async (library) => {
      const shares = { slots: [], people: 3, targetSeconds: null, level: null, seen: [] };
      for (const who of [ada, null]) {
        for (let n = 0; n < PLANS_A_MINUTE; n += 1)
          expect(await library.suggest(asking(who), 'shipped', wish)).toMatchObject({ ok: true });
        expect(await library.suggest(asking(who), 'shipped', wish)).toMatchObject({ code: 'slow-down' });
        expect(await library.forecast(asking(who), 'shipped', shares)).toMatchObject({ code: 'slow-down' });
        expect(await library.opening(asking(who), 'shipped')).toMatchObject({ code: 'slow-down' });
      }
      expect(await library.forecast(asking(grace), 'shipped', shares)).toMatchObject({ ok: true });
    }));

  test('a question keeps its id through versions and copies; its replacement does not count as heard', () =>
    withLibrary(async (library) => {
      const idsIn = async (id: string) => {
        const found = await library.find(ada, id);
        if (!found.ok) throw new Error(found.message);
        return found.value.questions.map((question) => question.id);
      };
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await idsIn(id)).toEqual(['delivery-1']);
      const second = guide('Mine').replace(
        '**Q1',
        '**Q: What do you measure?**\r\n- What people wait for.\r\n\r\n**Q1',
      );
      await library.save(ada, id, 1, second);
      const [before, same] = await idsIn(id);
      expect(same).toBe('delivery-1');
      await library.save(ada, id, 2, guide('Mine', 'How do you deploy on a bad day?'));
      expect(await idsIn(id)).toEqual(['delivery-1']);
      await library.save(ada, id, 3, second);
      expect(await idsIn(id)).toEqual([before, 'delivery-1']);
      const copy = await library.duplicate(ada, id);
      if (!copy.ok) throw new Error(copy.message);
      expect(await idsIn(copy.value.id)).toEqual([before, 'delivery-1']);
      place.heard.push({
        by: ada.id,
        familyId: (await family(library, ada, id)) ?? '',
        itemId: 'delivery-1',
      });
      expect(await library.suggest(asking(ada), copy.value.id, wish)).toMatchObject({
        value: { heard: ['delivery-1'], picks: [{ id: before }, { id: 'delivery-1' }] },
      });
    }));
});
