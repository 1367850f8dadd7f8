import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

const NAME = 'secret';

/** What the record knows its secret by: which secret it was cannot be told from it. */
function markOf(secret: string): string {
  return createHmac('sha256', secret).update('the mark of a record').digest('hex');
}

/** By which a record is held against the secret that it is used with. */
export function secretMark(db: Kysely<Database>) {
  const stored = () => db.selectFrom('marks').select('value').where('name', '=', NAME).executeTakeFirst();
  return {
    /** Whether this record was used with a secret before. */
    isThere: async (): Promise<boolean> => (await stored()) !== undefined,
    /**
     * Whether this is the secret that the record was last used with; a record without one takes it. `anew`: it is a new one
     * on purpose, and the record takes it. Everybody is signed out then, and guests are strangers to what was theirs.
     */
    fits: async (secret: string, anew: boolean): Promise<boolean> => {
      const value = markOf(secret);
      await db
        .insertInto('marks')
        .values({ name: NAME, value })
        .onConflict((conflict) =>
          anew ? conflict.column('name').doUpdateSet({ value }) : conflict.column('name').doNothing(),
        )
        .execute();
      return (await stored())?.value === value;
    },
  };
}
