import type { HistoryFilter } from '../protocol/history';
import type { Place } from '../protocol/places';
import { NO_FILTER } from '../protocol/words';
import type { Exported, ExportForm } from './exports';
import { type Db, historyPage, PAGE_MOST } from './history';
import { keptBy, readableOne } from './kept';
import { isKept } from './kept-rows';
import { pageByPage } from './page-by-page';

/** Which scorecards a file contains: these rounds, an imported one, those of mine that match, or everything of mine. */
export type ExportWish =
  | { rounds: Place[] }
  | { keptId: string }
  | { matching: HistoryFilter }
  | 'everything';

type ExportedOf = (ids: readonly string[], place: Place) => Promise<Exported | null>;

/** If the rounds are named, all must exist before anything is sent. For everything, each is checked in its turn. */
export async function exportedCards(
  db: Db,
  ids: [string, ...string[]],
  wish: ExportWish,
  exportedOf: ExportedOf,
  form: ExportForm,
): Promise<AsyncIterable<Exported> | null> {
  if (wish === 'everything') return everything(db, ids, exportedOf);
  if ('matching' in wish) return matching(db, ids, wish.matching, exportedOf);
  if ('keptId' in wish) {
    const kept = await readableOne(db, ids, wish.keptId);
    return kept && among([{ entry: kept.entry }]);
  }
  const cards: Exported[] = [];
  for (const place of wish.rounds) {
    const card = await exportedOf(ids, place);
    if (!card || (form === 'json' && isMadeUp(card))) return null;
    cards.push(card);
  }
  return among(cards);
}

/** Nobody signs what simulated people rated. */
export const isMadeUp = (one: Exported) => 'scorecard' in one && one.scorecard.room.format === 'simulated';

async function* among(cards: readonly Exported[]): AsyncGenerator<Exported> {
  yield* cards;
}

/** What this person's history has, each with its place; what they may no longer see is left out. */
async function* placed(
  db: Db,
  ids: [string, ...string[]],
  filter: HistoryFilter,
  exportedOf: ExportedOf,
): AsyncGenerator<{ place: Place; card: Exported }> {
  for await (const place of pageByPage((cursor) => historyPage(db, ids, filter, cursor, PAGE_MOST))) {
    const card = await exportedOf(ids, place);
    if (card) yield { place, card };
  }
}

async function* matching(
  db: Db,
  ids: [string, ...string[]],
  filter: HistoryFilter,
  exportedOf: ExportedOf,
): AsyncGenerator<Exported> {
  for await (const { card } of placed(db, ids, filter, exportedOf)) yield card;
}

async function* everything(
  db: Db,
  ids: [string, ...string[]],
  exportedOf: ExportedOf,
): AsyncGenerator<Exported> {
  const listed = new Set<string>();
  for await (const { place, card } of placed(db, ids, NO_FILTER, exportedOf)) {
    if (isKept(place.roomId)) listed.add(place.roomId);
    yield card;
  }
  // The history leaves out what it has of the same round from its room.
  for await (const { keptId } of pageByPage((cursor) => keptBy(db, ids, cursor, PAGE_MOST))) {
    const kept = listed.has(keptId) ? null : await readableOne(db, ids, keptId);
    if (kept) yield kept;
  }
}
