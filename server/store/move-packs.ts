import type { Kysely } from 'kysely';
import { hashOfJson } from '../runtime/pack-content';
import type { Database } from '../runtime/tables';

const MOVE = 'packs';
/** Rooms that one transaction moves. Each has a pack of up to some megabytes. */
const AT_ONCE = 10;

/**
 * Rooms from earlier versions hold their whole pack in their first event. This moves each pack, unchanged, to the place
 * where packs are stored once, and the event then names it. It skips rooms that are done, so that it can be interrupted.
 */
export async function movePacks(db: Kysely<Database>, now: number): Promise<void> {
  const done = await db.selectFrom('moves').select('name').where('name', '=', MOVE).executeTakeFirst();
  if (done) return;
  let last: string | null = '';
  while (last !== null) last = await moveSome(db, last, now);
  await db
    .insertInto('moves')
    .values({ name: MOVE })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** The last room that it checked; null if there is none after `after`. */
async function moveSome(db: Kysely<Database>, after: string, now: number): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('events')
      .leftJoin('room_packs', 'room_packs.room_id', 'events.room_id')
      .select(['events.room_id', 'events.data'])
      .where('events.room_id', '>', after)
      .where('events.seq', '=', 1)
      .where('events.type', '=', 'RoomOpened')
      .where('room_packs.room_id', 'is', null)
      .orderBy('events.room_id')
      .limit(AT_ONCE)
      .execute();
    for (const { room_id, data } of rows) {
      const { pack, ...rest }: { pack: unknown } = JSON.parse(data);
      const hash = hashOfJson(pack);
      await trx
        .insertInto('pack_contents')
        .values({ hash, reader: 0, pack: JSON.stringify(pack), used_at: now })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
      await trx
        .updateTable('events')
        .set({ data: JSON.stringify({ ...rest, packHash: hash }) })
        .where('room_id', '=', room_id)
        .where('seq', '=', 1)
        .execute();
      await trx
        .insertInto('room_packs')
        .values({ room_id, hash })
        .onConflict((conflict) => conflict.column('room_id').doNothing())
        .execute();
    }
    return rows.at(-1)?.room_id ?? null;
  });
}
