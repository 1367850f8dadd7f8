import type { Kysely } from 'kysely';
import type { Database } from '../runtime/tables';

const DAY_MS = 86_400_000;

/** When the record was last used, to a few minutes (ms); null while nobody has used it. */
async function lastUsed(db: Kysely<Database>): Promise<number | null> {
  const seen = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.max('seen_at').as('at'))
    .executeTakeFirst();
  const active = await db
    .selectFrom('memberships')
    .select((eb) => eb.fn.max('active_at').as('at'))
    .executeTakeFirst();
  const times = [seen?.at, active?.at].filter((at) => typeof at === 'number');
  return times.length === 0 ? null : Math.max(...times);
}

/**
 * How far (ms) the clock is ahead of everything in the record, if that is more than a day; else null. Either nobody came for a
 * while, or the clock is wrong: a machine that starts, or is resumed, may not have asked for the time yet.
 */
export async function farAhead(db: Kysely<Database>, now: number): Promise<number | null> {
  const last = await lastUsed(db);
  return last !== null && now - last > DAY_MS ? now - last : null;
}
