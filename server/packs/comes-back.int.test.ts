import { expect, test } from 'vitest';
import type { Principal } from '../runtime/principal';
import { ada, describeLibrary, grace, guide, kept, person } from '../testing/pack-library';
import type { PackLibrary } from './library';

const asking = (principal: Principal | null) => ({ principal, address: '192.0.2.1' });

/** The kept pack that may get a text as its next version. */
async function offered(library: PackLibrary, who: Principal | null, source: string): Promise<string | null> {
  const report = await library.read(source, asking(who));
  if (!report.ok) throw new Error(report.message);
  return report.value.kept?.id ?? null;
}

async function heardOf(library: PackLibrary, id: string): Promise<string[]> {
  const wish = {
    groupIds: null,
    minutes: 30,
    level: null,
    targetSeconds: null,
    exercise: false,
    newFirst: true,
  };
  const outcome = await library.suggest(asking(ada), id, wish);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value.heard;
}

const named = (id: string, text: string) => `---\nid: ${id}\n---\n${text}`;

describeLibrary('a kept guide that returns', (place) => {
  const { withLibrary } = place;

  test('is recognised by its title, even with a problem in it, only for its owner, and while it is kept', () =>
    withLibrary(async (library) => {
      const edited = guide('Mine', 'What went well?');
      expect(await offered(library, ada, edited)).toBeNull();
      await kept(library, ada, guide('Mine'), 'once');
      expect(await offered(library, ada, edited)).toBeNull();
      const { id } = await kept(library, ada, guide('Mine'));
      await kept(library, ada, guide('Another'));
      expect(await offered(library, ada, edited)).toBe(id);
      expect(await offered(library, ada, '# Mine\n')).toBe(id);
      expect(await offered(library, person('account', [ada.id]), edited)).toBe(id);
      for (const who of [grace, null]) expect(await offered(library, who, edited)).toBeNull();
      await library.remove(ada, id);
      expect(await offered(library, ada, edited)).toBeNull();
    }));

  test('is recognised by the id that its author wrote if it has another title, in a copy too', () =>
    withLibrary(async (library) => {
      const { id } = await kept(library, ada, named('ours', guide('Mine')));
      const edited = named('ours', guide('Renamed', 'What went well?'));
      expect(await offered(library, ada, edited)).toBe(id);
      const copy = await library.duplicate(ada, id);
      if (!copy.ok) throw new Error(copy.message);
      await library.remove(ada, id);
      expect(await offered(library, ada, edited)).toBe(copy.value.id);
      // The same title takes precedence over the same id.
      const { id: renamed } = await kept(library, ada, guide('Renamed'));
      place.now += 1;
      await library.save(ada, copy.value.id, 1, named('ours', guide('Mine', 'What went wrong?')));
      expect(await offered(library, ada, edited)).toBe(renamed);
    }));

  test('is the last one changed if several have the same name', () =>
    withLibrary(async (library) => {
      const [first, second] = [
        await kept(library, ada, guide('Mine')),
        await kept(library, ada, guide('Mine')),
      ];
      for (const [n, { id }] of [first, second, first].entries()) {
        place.now += 1;
        await library.save(ada, id, n === 2 ? 2 : 1, guide('Mine', `What went well on day ${n}?`));
        expect(await offered(library, ada, guide('Mine'))).toBe(id);
      }
    }));

  test('remembers what was heard as its next version, but not as another pack', () =>
    withLibrary(async (library) => {
      const { id, no } = await kept(library, ada, guide('Mine'));
      const before = await library.find(ada, id);
      if (!before.ok) throw new Error(before.message);
      place.heard.push({ by: ada.id, familyId: before.value.familyId, itemId: 'delivery-1' });
      const edited = guide('Mine', 'How do you deploy on a bad day?');
      const another = await kept(library, ada, edited);
      expect(await heardOf(library, another.id)).toEqual([]);
      await library.save(ada, id, no, edited);
      expect(await heardOf(library, id)).toEqual(['delivery-1']);
    }));
});
