import { sql } from 'kysely';
import type { HeardQuestions } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import { type Db, newest, scorecardsOf } from './history';

/** Nobody reads more; the page says how many there are. */
const MOST = 200;

/** Questions that were asked in a person's own rounds, the most often asked first, in the words of the newest round. */
export async function heardQuestions(db: Db, ids: string[]): Promise<HeardQuestions> {
  const asked = scorecardsOf(db, ids, NO_FILTER)
    .innerJoin('round_asks as asks', (join) =>
      join
        .onRef('asks.room_id', '=', 'scorecards.room_id')
        .onRef('asks.round_id', '=', 'scorecards.round_id'),
    )
    // A file says only which pack it was. Copies of a pack have the family of the first.
    .leftJoin('packs as known', 'known.id', 'asks.family_id')
    .select([
      sql<string>`coalesce(known.family_id, asks.family_id)`.as('family_id'),
      'asks.item_id',
      'asks.prompt',
      'asks.at',
      'scorecards.pack_title',
      'scorecards.held_at',
      'scorecards.room_id',
      'scorecards.round_id',
    ])
    .where('asks.skipped', '=', 0);
  const same = ['scorecards.family_id', 'scorecards.item_id'];
  const rows = await db
    .selectFrom(
      db
        .selectFrom(asked.as('scorecards'))
        .select(['family_id', 'item_id', 'at'])
        .select([
          newest('scorecards.prompt', same).as('prompt'),
          newest('scorecards.pack_title', same).as('pack_title'),
        ])
        .as('asked'),
    )
    .select((row) => [
      'item_id',
      'prompt',
      'pack_title',
      row.fn.countAll<number>().as('times'),
      row.fn.max('at').as('last'),
      row.fn.countAll<number>().over().as('all'),
    ])
    .groupBy(['family_id', 'item_id', 'prompt', 'pack_title'])
    .orderBy('times', 'desc')
    .orderBy('last', 'desc')
    .orderBy('item_id')
    .limit(MOST)
    .execute();
  const entries = rows.map((row) => ({
    itemId: row.item_id,
    prompt: row.prompt,
    packTitle: row.pack_title,
    times: Number(row.times),
    last: Number(row.last),
  }));
  return { entries, all: Number(rows[0]?.all ?? 0) };
}
