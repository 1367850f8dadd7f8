import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIBRARY_LIMITS } from '../protocol/pack-library';
import type { Principal } from '../runtime/principal';
import { openRecord } from '../store/open';
import { bundledPackWorker } from '../testing/pack-worker';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
import type { Catalogue } from './catalogue';
import type { Db } from './kept-packs';
import { createLibrary, type PackLibrary } from './library';
import { readPack } from './read-pack';
import { openReader, type PackReader } from './reader';

const HOUR_MS = 3_600_000;
const guide = (title: string, question = 'How do you deploy?') =>
  `# ${title}\r\n\r\n## Delivery\r\n\r\n**Q1: ${question}**\r\n- Often. _Context: small steps._\r\n`;

const shippedSource = guide('Shipped');
const shipped = readPack(shippedSource, { id: 'shipped' });
if (!shipped.ok) throw new Error('the shipped pack of this test has problems');
const catalogue: Catalogue = {
  list: () => [{ id: 'shipped', title: 'Shipped', groups: [], questions: 1, exercises: 0 }],
  get: (id) => (id === 'shipped' ? shipped.pack : null),
  source: (id) => (id === 'shipped' ? shippedSource : null),
  ofVersion: (version) => (version === shipped.pack.version ? shipped.pack : null),
};

function person(name: string, aliases: string[] = []): Principal {
  return { id: `pr_${name}`, name, kind: 'guest', email: null, image: null, aliases };
}
const ada = person('ada');
const grace = person('grace');

let postgres: TestPostgres;
let reader: PackReader;
const { file: worker } = await bundledPackWorker();
beforeAll(async () => {
  postgres = await startPostgres();
  reader = openReader({ file: worker });
});
afterAll(async () => {
  await reader.close();
  await postgres.stop();
});

async function kept(library: PackLibrary, who: Principal, source: string, purpose: 'keep' | 'once' = 'keep') {
  const outcome = await library.keep(who, source, purpose);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

const wish = {
  groupIds: null,
  minutes: 30,
  level: null,
  targetSeconds: null,
  exercise: false,
  newFirst: true,
};

async function family(library: PackLibrary, who: Principal, id: string): Promise<string | undefined> {
  const found = await library.find(who, id);
  return found.ok ? found.value.familyId : undefined;
}

describe.each([
  { dialect: 'SQLite', place: async () => ({ databaseUrl: null, dataDir: tempFolder() }) },
  { dialect: 'PostgreSQL', place: async () => ({ databaseUrl: await postgres.database(), dataDir: '' }) },
])('packs of one’s own in $dialect', ({ place }) => {
  let now = 1_000;
  let heardOnes: { by: string; familyId: string; itemId: string }[] = [];
  const heardBy = async (ids: string[], familyId: string) =>
    new Set(
      heardOnes
        .filter((one) => ids.includes(one.by) && one.familyId === familyId)
        .map(({ itemId }) => itemId),
    );
  async function withLibrary(work: (library: PackLibrary, db: Db) => Promise<void>): Promise<void> {
    const opened = await openRecord(await place());
    if (!opened.ok) throw new Error(opened.problem);
    now = 1_000;
    heardOnes = [];
    try {
      await work(createLibrary({ db: opened.db, catalogue, reader, heardBy, now: () => now }), opened.db);
    } finally {
      await opened.record.close();
    }
  }

  test('a kept pack comes back to the byte, whole, and with its counts', () =>
    withLibrary(async (library) => {
      const source = `\uFEFF${guide('Mine')}`;
      const { id } = await kept(library, ada, source);
      expect(await library.source(ada, id)).toEqual({ title: 'Mine', source });
      expect(await library.mine(ada)).toMatchObject([
        { id, title: 'Mine', no: 1, questions: 1, exercises: 0, until: null },
      ]);
      expect(await library.find(ada, id)).toMatchObject({ value: { id, title: 'Mine' } });
      expect((await library.open(ada, id))?.versions).toHaveLength(1);
    }));

  test('nobody else finds it, by any way; its owner does after signing in as somebody new', () =>
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

  test('of two who save the same version one is told that there is a newer one', () =>
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

  test('the oldest versions make place, the newest stay', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      for (let no = 1; no <= LIBRARY_LIMITS.versions; no += 1)
        await library.save(ada, id, no, guide('Mine', `How do you deploy number ${no}?`));
      const versions = (await library.open(ada, id))?.versions ?? [];
      expect(versions).toHaveLength(LIBRARY_LIMITS.versions);
      expect(versions.at(-1)?.no).toBe(2);
    }));

  test('a source with problems is not kept, in no way', () =>
    withLibrary(async (library) => {
      const broken = '# Mine\n\n## Delivery\n\n**Q1: Why?**\n';
      expect(await library.keep(ada, broken, 'keep')).toMatchObject({ ok: false, code: 'pack-broken' });
      const { id } = await kept(library, ada, guide('Mine'));
      expect(await library.save(ada, id, 1, broken)).toMatchObject({ ok: false, code: 'pack-broken' });
      expect(await library.mine(ada)).toMatchObject([{ no: 1 }]);
    }));

  test('a pack that an earlier version kept, and this one cannot read, is told as such, to whoever copies it, too', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const source = '# Mine\n\n## Delivery\n\n**Q1: Why?**\n';
      await db.updateTable('pack_versions').set({ source }).where('pack_id', '=', id).execute();
      for (const outcome of [await library.find(ada, id), await library.duplicate(ada, id)])
        expect(outcome).toMatchObject({ code: 'pack-broken', message: expect.stringContaining('earlier') });
      expect((await library.open(ada, id))?.source).toBe(source);
    }));

  test('a deleted pack can be had back for a day, and no longer', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await library.remove(ada, id);
      expect(await library.mine(ada)).toEqual([]);
      expect(await library.find(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
      await library.putBack(ada, id);
      expect(await library.mine(ada)).toMatchObject([{ id }]);
      await library.remove(ada, id);
      now += 20 * HOUR_MS;
      // Asked for again, a removal does not begin its day anew.
      await library.remove(ada, id);
      now += 5 * HOUR_MS;
      expect(await library.putBack(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
      await kept(library, ada, guide('Another'));
      expect(await library.putBack(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
    }));

  test('a pack for one room is not listed, and waits a day', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, guide('Once'), 'once');
      expect(await library.mine(ada)).toEqual([]);
      expect(await library.find(ada, id)).toMatchObject({ value: { id, title: 'Once' } });
      now += 25 * HOUR_MS;
      expect(await library.find(ada, id)).toMatchObject({ ok: false, code: 'pack-unknown' });
    }));

  test('a copy of a shipped pack is one’s own, with the same Markdown', () =>
    withLibrary(async (library) => {
      const outcome = await library.duplicate(ada, 'shipped');
      if (!outcome.ok) throw new Error(outcome.message);
      expect(outcome.value.id).not.toBe('shipped');
      expect((await library.source(ada, outcome.value.id))?.source).toBe(shippedSource);
      expect(await library.save(ada, 'shipped', 1, guide('Ours'))).toMatchObject({ code: 'pack-unknown' });
    }));

  test('what somebody heard is known in the pack, in every copy and import of it, and to nobody else', () =>
    withLibrary(async (library) => {
      const heard = async (who: Principal, id: string) => {
        const outcome = await library.suggest(who, id, wish);
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
      heardOnes.push({ by: ada.id, familyId, itemId: 'delivery-1' });
      for (const id of ['shipped', copy.value.id, twin.value.id])
        expect(await heard(ada, id)).toEqual(['delivery-1']);
      expect(await heard(person('account', [ada.id]), 'shipped')).toEqual(['delivery-1']);
      expect(await heard(grace, 'shipped')).toEqual([]);
      heardOnes.push({ by: grace.id, familyId, itemId: 'delivery-1' });
      expect(await heard(grace, dropped.id)).toEqual(['delivery-1']);
      expect(await library.suggest(grace, copy.value.id, wish)).toMatchObject({ code: 'pack-unknown' });
      const shares = { slots: [], people: 3, targetSeconds: null, level: null, seen: [] };
      expect(await library.forecast(grace, copy.value.id, shares)).toMatchObject({ code: 'pack-unknown' });
    }));

  test('the same text is one family whoever brings it, also after an edit; another text is another', () =>
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

  test('a pack that is there is not called gone while too much waits to be read', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      const busy = openReader({ file: worker });
      const crowded = createLibrary({ db, catalogue, reader: busy, heardBy, now: () => now });
      const long = (n: number) => `${guide(`Long ${n}`)}\r\n${'Prose.\r\n\r\n'.repeat(800)}`;
      const waiting = [1, 2, 3, 4].map((n) => busy.read(long(n), ada.id));
      expect(await crowded.find(ada, id)).toMatchObject({ ok: false, code: 'slow-down' });
      expect(await crowded.suggest(ada, id, wish)).toMatchObject({ ok: false, code: 'slow-down' });
      expect(await crowded.find(ada, 'own-nothing')).toMatchObject({ ok: false, code: 'pack-unknown' });
      await Promise.all(waiting);
      expect(await crowded.find(ada, id)).toMatchObject({ ok: true, value: { title: 'Mine' } });
      await busy.close();
    }));

  test('a person keeps so many packs and no more', () =>
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

  test('a person keeps so many bytes and no more, whatever they are versions of', () =>
    withLibrary(async (library, db) => {
      const { id } = await kept(library, ada, guide('Mine'));
      await db.updateTable('pack_versions').set({ bytes: LIBRARY_LIMITS.bytes }).execute();
      const more = guide('Mine', 'What went well?');
      expect(await library.keep(ada, more, 'keep')).toMatchObject({ ok: false, code: 'too-many' });
      expect(await library.keep(ada, more, 'once')).toMatchObject({ ok: false, code: 'too-many' });
      expect(await library.save(ada, id, 1, more)).toMatchObject({ ok: false, code: 'too-many' });
      await kept(library, grace, more);
    }));

  test('packs for one room make place for each other, and take none from those that are kept', () =>
    withLibrary(async (library) => {
      const stays = await kept(library, ada, guide('Mine'));
      const first = await kept(library, ada, guide('Once'), 'once');
      for (let n = 1; n < LIBRARY_LIMITS.once; n += 1) {
        now += 1;
        await kept(library, ada, guide('Once'), 'once');
      }
      expect(await library.find(ada, first.id)).toMatchObject({ ok: true });
      now += 1;
      const last = await kept(library, ada, guide('Once'), 'once');
      expect(await library.find(ada, first.id)).toMatchObject({ code: 'pack-unknown' });
      for (const { id } of [stays, last]) expect(await library.find(ada, id)).toMatchObject({ ok: true });
    }));
});
