import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

/** The mark's row in the table `marks`. */
export const SECRET_MARK = 'secret';

/** A mark by which the record recognises its secret, but from which nobody can work out the secret. */
export function markOf(secret: string): string {
  return createHmac('sha256', secret).update('the mark of a record').digest('hex');
}

/** Compares a record with the secret of this start. */
export function secretMark(db: Kysely<Database>) {
  const stored = () =>
    db.selectFrom('marks').select('value').where('name', '=', SECRET_MARK).executeTakeFirst();
  return {
    /** Whether this record was used with a secret before. */
    isThere: async (): Promise<boolean> => (await stored()) !== undefined,
    /**
     * Whether this is the secret with which the record was last used; a record without one accepts it. `anew`: the secret is
     * new on purpose, and the record accepts it. Then everybody is signed out, and guests lose access to their data.
     */
    fits: async (secret: string, anew: boolean): Promise<boolean> => {
      const value = markOf(secret);
      await db
        .insertInto('marks')
        .values({ name: SECRET_MARK, value })
        .onConflict((conflict) =>
          anew ? conflict.column('name').doUpdateSet({ value }) : conflict.column('name').doNothing(),
        )
        .execute();
      return (await stored())?.value === value;
    },
  };
}
