import type { PackLink } from '../protocol/pack-library';
import { packLinkToken, readToken, tokenHash } from '../runtime/invite-token';
import { type Db, rowsOf } from './kept-packs';

/**
 * Links to people's own packs: anyone with a link gets a copy, until it is turned off. `owners` are all ids of one
 * person.
 */
export interface PackLinks {
  /** Null when there is none. */
  of(owners: string[], packId: string): Promise<PackLink | null>;
  /** Makes a new link; the previous one stops working. Null if the pack is not theirs. */
  make(owners: string[], packId: string): Promise<(PackLink & { token: string }) | null>;
  /** Whether the pack is theirs. */
  turnOff(owners: string[], packId: string): Promise<boolean>;
  /** The pack that a token opens, and its owner. */
  find(token: string): Promise<{ packId: string; ownerId: string; ownerName: string } | null>;
}

export function createPackLinks(db: Db, secret: string, now: () => number): PackLinks {
  const isTheirs = async (owners: string[], packId: string) => {
    const rows = rowsOf(db, owners, now()).where('packs.until', 'is', null);
    return (await rows.where('packs.id', '=', packId).executeTakeFirst()) !== undefined;
  };

  return {
    of: async (owners, packId) => {
      if (!(await isTheirs(owners, packId))) return null;
      const row = await db
        .selectFrom('pack_links')
        .select(['token_hash', 'created_at'])
        .where('pack_id', '=', packId)
        .executeTakeFirst();
      if (!row) return null;
      const token = packLinkToken(secret, packId, row.created_at);
      return { token: tokenHash(token) === row.token_hash ? token : null, createdAt: row.created_at };
    },
    make: async (owners, packId) => {
      if (!(await isTheirs(owners, packId))) return null;
      const before = await db
        .selectFrom('pack_links')
        .select('created_at')
        .where('pack_id', '=', packId)
        .executeTakeFirst();
      // The token depends on the time, so that no two tokens of a pack are alike.
      const createdAt = Math.max(now(), (before?.created_at ?? 0) + 1);
      const token = packLinkToken(secret, packId, createdAt);
      const row = { token_hash: tokenHash(token), created_at: createdAt };
      await db
        .insertInto('pack_links')
        .values({ pack_id: packId, ...row })
        .onConflict((known) => known.column('pack_id').doUpdateSet(row))
        .execute();
      return { token, createdAt };
    },
    turnOff: async (owners, packId) => {
      if (!(await isTheirs(owners, packId))) return false;
      await db.deleteFrom('pack_links').where('pack_id', '=', packId).execute();
      return true;
    },
    find: async (typed) => {
      const token = readToken(typed);
      if (token === null) return null;
      const row = await db
        .selectFrom('pack_links')
        .innerJoin('packs', 'packs.id', 'pack_links.pack_id')
        .innerJoin('principals', 'principals.id', 'packs.owner_id')
        .select(['packs.id', 'packs.owner_id', 'principals.name'])
        .where('pack_links.token_hash', '=', tokenHash(token))
        .where('packs.deleted_at', 'is', null)
        .executeTakeFirst();
      return row ? { packId: row.id, ownerId: row.owner_id, ownerName: row.name } : null;
    },
  };
}
