import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

const NAME = 'secret';

/** What the record knows its secret by: which secret it was cannot be told from it. */
function markOf(secret: string): string {
  return createHmac('sha256', secret).update('the mark of a record').digest('hex');
}

/** Whether this record was used with a secret before. */
export async function hasSecretMark(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('marks').select('name').where('name', '=', NAME).executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether this is the secret that the record was last used with; a record without one takes it. `anew`: it is a new one on
 * purpose, and the record takes it. With another secret everybody is signed out, and guests are strangers to what was theirs.
 */
export async function fitsSecret(db: Kysely<Database>, secret: string, anew: boolean): Promise<boolean> {
  const value = markOf(secret);
  await db
    .insertInto('marks')
    .values({ name: NAME, value })
    .onConflict((conflict) =>
      anew ? conflict.column('name').doUpdateSet({ value }) : conflict.column('name').doNothing(),
    )
    .execute();
  const row = await db.selectFrom('marks').select('value').where('name', '=', NAME).executeTakeFirst();
  return row?.value === value;
}
