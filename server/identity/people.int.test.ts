import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../runtime/tables';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { recordFolder } from '../testing/record-folder';
import { createPeople } from './people';
import { createSessions, sweepSessions } from './sessions';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const login = { provider: 'oidc', providerAccountId: '1' };
const profile = { name: 'Ada Lovelace', email: null, image: null };

describe.each([
  { dialect: 'SQLite', place: async () => ({ databaseUrl: null, dataDir: await recordFolder() }) },
  { dialect: 'PostgreSQL', place: async () => ({ databaseUrl: await postgres.tables(), dataDir: '' }) },
])('people in $dialect', ({ place }) => {
  async function withPeople(
    work: (people: ReturnType<typeof createPeople>, db: Kysely<Database>) => Promise<void>,
  ): Promise<void> {
    const opened = await openRecord(await place());
    if (!opened.ok) throw new Error(opened.problem);
    try {
      await work(createPeople(opened.db), opened.db);
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

  test('without a name from the provider, the guest keeps theirs', () =>
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

  test('a session is kept, marked as seen, ended, and swept after it has expired', () =>
    withPeople(async (people, db) => {
      let now = Date.UTC(2030, 0, 1);
      const sessions = createSessions(db, () => now);
      const ada = await people.addGuest('Ada');
      const [one, two] = [await sessions.begin(ada, 'Firefox on Linux'), await sessions.begin(ada, null)];
      const both = [one, two].map((id) => ({ id, principal: ada.principal }));
      now += 10 * 60_000;
      expect(await sessions.counting(both)).toEqual(new Set([one, two]));
      const since = now - 10 * 60_000;
      expect(await sessions.of(ada, one)).toEqual(
        expect.arrayContaining([
          { id: one, device: 'Firefox on Linux', since, seen: now, current: true },
          { id: two, device: null, since, seen: now, current: false },
        ]),
      );
      expect(await sessions.endOthers(ada.principal.id, one)).toEqual([two]);
      expect(await sessions.counting(both)).toEqual(new Set([one]));
      expect(await sessions.end(ada.principal.id, one)).toBe(true);
      expect(await sessions.renew(one, null)).toBe(false);
      expect(await sessions.of(ada, one)).toEqual([]);
      await sweepSessions(db, now);
      const devices = await db.selectFrom('sessions').select('device').execute();
      expect(devices).toEqual([{ device: null }, { device: null }]);
      await sweepSessions(db, since + 30 * 24 * 60 * 60_000);
      expect(await db.selectFrom('sessions').select('id').execute()).toEqual([]);
    }));

  test('a session from an earlier epoch, or of a merged guest, is not valid', () =>
    withPeople(async (people, db) => {
      const sessions = createSessions(db);
      const [ada, bo] = [await people.addGuest('Ada'), await people.addGuest('Bo')];
      const both = [
        { id: await sessions.begin(ada, null), principal: ada.principal },
        { id: await sessions.begin(bo, null), principal: bo.principal },
      ];
      await people.raiseEpoch(ada.principal.id);
      await people.signIn(login, profile, null);
      await people.signIn(login, profile, bo.principal.id);
      expect(await sessions.counting(both)).toEqual(new Set());
      const now = await people.find(ada.principal.id);
      if (now) expect(await sessions.of(now, '')).toEqual([]);
    }));
});
