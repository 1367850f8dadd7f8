import { NO_FILTER } from '../protocol/words';
import type { Db } from './history';
import { scorecardsOf } from './history';

/** The number of finished rounds played here with a pack, which its owner may know. */
export async function roundsOfPack(db: Db, packId: string): Promise<number> {
  const row = await db
    .selectFrom('scorecards')
    .select((eb) => eb.fn.countAll<number>().as('rounds'))
    .where('pack_id', '=', packId)
    .where('issuer', 'is', null)
    .executeTakeFirst();
  return Number(row?.rounds ?? 0);
}

/** The rounds that these ids of a person find in their history: others would show a candidate which pack it was. */
export async function ownRoundsOfPack(db: Db, ids: string[], packId: string): Promise<number> {
  const row = await scorecardsOf(db, ids, { ...NO_FILTER, packId })
    .where('scorecards.issuer', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('rounds'))
    .executeTakeFirst();
  return Number(row?.rounds ?? 0);
}
