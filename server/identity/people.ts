import { randomInt } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Principal } from '../runtime/principal';
import type { Database, PrincipalsTable } from '../runtime/tables';
import type { Profile } from './profile';

/** A person's identity at a provider. */
export interface Login {
  provider: string;
  providerAccountId: string;
}

/** A person in the record. Sessions from an earlier epoch are over. */
export interface Person {
  principal: Principal;
  epoch: number;
}

export interface People {
  /** Null for an unknown id, and for a guest who was merged into an account. */
  find(principalId: string): Promise<Person | null>;
  addGuest(name: string): Promise<Person>;
  /** A lasting change: signing in again with an account does not restore the provider's name. */
  rename(principalId: string, name: string): Promise<void>;
  /**
   * The account of this login. A guest who signs in keeps their history: with an unknown login the guest's own principal
   * becomes the account, and with a known one the guest is merged into it. Either way the guest's sessions are over.
   */
  signIn(login: Login, profile: Profile, guestId: string | null): Promise<string>;
  /** Ends every session of this person. */
  raiseEpoch(principalId: string): Promise<void>;
}

type Records = Kysely<Database> | Transaction<Database>;

/** People in the record's tables `principals` and `logins`. `now` gives milliseconds since 1970. */
export function createPeople(db: Kysely<Database>, now: () => number = Date.now): People {
  return {
    async find(principalId) {
      const row = await db
        .selectFrom('principals')
        .selectAll()
        .where('id', '=', principalId)
        .where('merged_into', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const aliases = await db
        .selectFrom('principals')
        .select('id')
        .where('merged_into', '=', row.id)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return toPerson(
        row,
        aliases.map(({ id }) => id),
      );
    },

    async addGuest(name) {
      const row = newRow('guest', { name, email: null, image: null }, now());
      await db.insertInto('principals').values(row).execute();
      return toPerson(row, []);
    },

    async rename(principalId, name) {
      await db.updateTable('principals').set({ name }).where('id', '=', principalId).execute();
    },

    signIn: (login, profile, guestId) =>
      db.transaction().execute((tx) => signIn(tx, login, profile, guestId, now())),

    async raiseEpoch(principalId) {
      await db
        .updateTable('principals')
        .set((is) => ({ epoch: is('epoch', '+', 1) }))
        .where('id', '=', principalId)
        .execute();
    },
  };
}

async function signIn(
  tx: Records,
  login: Login,
  profile: Profile,
  guestId: string | null,
  at: number,
): Promise<string> {
  const guest = guestId && (await takeGuest(tx, guestId)) ? guestId : null;
  const known = await ownerOf(tx, login);
  if (known) return comeBack(tx, known, profile, guest);

  const fresh = newRow('account', profile, at);
  const claimed = await claim(tx, login, guest ?? fresh.id);
  if (claimed && guest) await becomeAccount(tx, guest, profile);
  if (claimed && !guest) await tx.insertInto('principals').values(fresh).execute();
  if (claimed) return guest ?? fresh.id;
  // The same login signed in on another device between the two reads, and made the account.
  const first = await ownerOf(tx, login);
  if (!first) throw new Error('A login that could not be claimed has no owner');
  return comeBack(tx, first, profile, guest);
}

/** Locks the guest's row for the transaction, and ends their sessions, so that no copy of the cookie opens the account. */
async function takeGuest(tx: Records, id: string): Promise<boolean> {
  const taken = await tx
    .updateTable('principals')
    .set((is) => ({ epoch: is('epoch', '+', 1) }))
    .where('id', '=', id)
    .where('kind', '=', 'guest')
    .where('merged_into', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

async function ownerOf(tx: Records, login: Login): Promise<string | null> {
  const row = await tx
    .selectFrom('logins')
    .select('principal_id')
    .where('provider', '=', login.provider)
    .where('provider_account_id', '=', login.providerAccountId)
    .executeTakeFirst();
  return row?.principal_id ?? null;
}

async function claim(tx: Records, login: Login, principalId: string): Promise<boolean> {
  const claimed = await tx
    .insertInto('logins')
    .values({
      provider: login.provider,
      provider_account_id: login.providerAccountId,
      principal_id: principalId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('principal_id')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function comeBack(tx: Records, owner: string, profile: Profile, guest: string | null): Promise<string> {
  await tx
    .updateTable('principals')
    .set({ email: profile.email, image: profile.image })
    .where('id', '=', owner)
    .execute();
  if (guest) await tx.updateTable('principals').set({ merged_into: owner }).where('id', '=', guest).execute();
  return owner;
}

async function becomeAccount(tx: Records, guest: string, profile: Profile): Promise<void> {
  await tx
    .updateTable('principals')
    .set({
      kind: 'account',
      email: profile.email,
      image: profile.image,
      ...(profile.name && { name: profile.name }),
    })
    .where('id', '=', guest)
    .execute();
}

function newRow(kind: Principal['kind'], profile: Profile, at: number): Selectable<PrincipalsTable> {
  return {
    id: newPrincipalId(),
    name: profile.name ?? 'Somebody',
    email: profile.email,
    image: profile.image,
    kind,
    epoch: 0,
    created_at: at,
    merged_into: null,
  };
}

function newPrincipalId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return `pr_${Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')}`;
}

function toPerson(row: Selectable<PrincipalsTable>, aliases: readonly string[]): Person {
  const { id, name, kind, email, image, epoch } = row;
  return { principal: { id, name, kind, email, image, aliases }, epoch };
}
