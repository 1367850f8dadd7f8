import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** `next_at` of a webhook that was given up: it is kept, and sent only when an operator asks for it. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Has those that were given up sent again, as if they had never been tried. How many. */
export async function resendGivenUp(db: Kysely<Database>): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set({ tries: 0, next_at: 0 })
    .where('next_at', '=', NEVER)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Milliseconds that the oldest webhook that is still tried has waited. While the record is away, of the one found last. */
export function watchOldest(db: Kysely<Database>, now: () => number): () => Promise<number> {
  let oldest: number | null = null;
  return async () => {
    try {
      const found = await db
        .selectFrom('webhooks')
        .select(({ fn }) => fn.min('at').as('at'))
        .where('next_at', '<', NEVER)
        .executeTakeFirst();
      oldest = found?.at ?? null;
    } catch {
      // The record's own watcher says that it is away.
    }
    return oldest === null ? 0 : Math.max(0, now() - oldest);
  };
}
