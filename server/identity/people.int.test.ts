import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';
import { createPeople } from './people';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const login = { provider: 'oidc', providerAccountId: '1' };
const profile = { name: 'Ada Lovelace', email: null, image: null };

describe.each([
  { dialect: 'SQLite', place: async () => ({ databaseUrl: null, dataDir: tempFolder() }) },
  { dialect: 'PostgreSQL', place: async () => ({ databaseUrl: await postgres.database(), dataDir: '' }) },
])('people in $dialect', ({ place }) => {
  async function withPeople(work: (people: ReturnType<typeof createPeople>) => Promise<void>): Promise<void> {
    const opened = await openRecord(await place());
    if (!opened.ok) throw new Error(opened.problem);
    try {
      await work(createPeople(opened.db));
    } finally {
      await opened.record.close();
    }
  }

  test('a guest becomes the account of an unknown login, in a new epoch', () =>
    withPeople(async (people) => {
      const { principal, epoch } = await people.addGuest('Ada');
      expect(await people.signIn(login, profile, principal.id)).toBe(principal.id);
      expect(await people.find(principal.id)).toEqual({
        principal: { ...principal, kind: 'account', name: 'Ada Lovelace' },
        epoch: epoch + 1,
      });
    }));

  test('a provider that tells no name leaves the guest theirs', () =>
    withPeople(async (people) => {
      const { principal } = await people.addGuest('Ada');
      await people.signIn(login, { ...profile, name: null }, principal.id);
      expect((await people.find(principal.id))?.principal.name).toBe('Ada');
    }));

  test('guests on many devices who sign in at once with one login are one account', () =>
    withPeople(async (people) => {
      const guests = await Promise.all(Array.from({ length: 8 }, (_, i) => people.addGuest(`Guest ${i}`)));
      const ids = guests.map(({ principal }) => principal.id);
      // Some devices have no guest.
      const asked = [...ids, null, null].map((id) => people.signIn(login, profile, id));
      const [account = '', ...others] = await Promise.all(asked);
      expect(new Set(others)).toEqual(new Set([account]));
      const found = await people.find(account);
      const together = new Set([account, ...(found?.principal.aliases ?? [])]);
      expect(ids.filter((id) => !together.has(id))).toEqual([]);
      for (const id of ids) if (id !== account) expect(await people.find(id)).toBeNull();
    }));

  test('one guest who signs in with two logins at once belongs to one of them', () =>
    withPeople(async (people) => {
      const { principal } = await people.addGuest('Ada');
      const both = ['1', '2'].map((providerAccountId) =>
        people.signIn({ ...login, providerAccountId }, profile, principal.id),
      );
      const [first, second] = await Promise.all(both);
      expect(first).not.toBe(second);
      expect([first, second]).toContain(principal.id);
    }));

  test('an account is never merged into another', () =>
    withPeople(async (people) => {
      const ada = await people.signIn(login, profile, null);
      const grace = await people.signIn({ ...login, providerAccountId: '2' }, profile, ada);
      expect(grace).not.toBe(ada);
      expect((await people.find(ada))?.principal.aliases).toEqual([]);
    }));
});
