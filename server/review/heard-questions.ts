import type { HeardQuestions } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import { type Db, scorecardsOf } from './history';

/** Nobody reads more; the page says how many there are. */
const MOST = 200;

/** Questions that were asked in a person's own published rounds, the most often asked first. */
export async function heardQuestions(db: Db, ids: string[]): Promise<HeardQuestions> {
  const rows = await scorecardsOf(db, ids, NO_FILTER)
    .innerJoin('round_asks as asks', (join) =>
      join
        .onRef('asks.room_id', '=', 'scorecards.room_id')
        .onRef('asks.round_id', '=', 'scorecards.round_id'),
    )
    .select((row) => [
      'asks.item_id',
      row.fn.max('asks.prompt').as('prompt'),
      row.fn.max('scorecards.pack_title').as('pack_title'),
      row.fn.countAll<number>().as('times'),
      row.fn.max('asks.at').as('last'),
      row.fn.countAll<number>().over().as('all'),
    ])
    .where('asks.skipped', '=', 0)
    .groupBy(['asks.family_id', 'asks.item_id'])
    .orderBy('times', 'desc')
    .orderBy('last', 'desc')
    .orderBy('asks.item_id')
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
