import type { Kysely } from 'kysely';
import type { HistoryChoices, HistoryEntry, HistoryFilter, HistoryPage } from '../protocol/history';
import type { Role } from '../protocol/words';
import type { Database } from '../runtime/tables';
import { readCursor, writeCursor } from './history-cursor';

export type Db = Kysely<Database>;

/**
 * The rounds that a person took part in, one row each. Of two seats in one round (a guest who signed in later) the
 * hot seat comes first, which is also the first in the alphabet, and what one of them may not see is not seen.
 */
function takenPart(db: Db, ids: string[]) {
  return db
    .selectFrom('participations')
    .select((row) => [
      'room_id',
      'round_id',
      row.fn.min<Role>('role').as('role'),
      row.fn.min<number>('sees_ratings').as('sees_ratings'),
    ])
    .where('principal_id', 'in', ids)
    .groupBy(['room_id', 'round_id'])
    .having((row) => row.fn.min<number>('opened'), '=', 1);
}

/** Scorecards of a person's own rounds, in any role. */
export function scorecardsOf(db: Db, ids: string[], filter: HistoryFilter) {
  const rows = db
    .selectFrom('scorecards')
    .innerJoin(takenPart(db, ids).as('mine'), (join) =>
      join
        .onRef('mine.room_id', '=', 'scorecards.room_id')
        .onRef('mine.round_id', '=', 'scorecards.round_id'),
    );
  const ofPack = filter.packId === null ? rows : rows.where('scorecards.pack_id', '=', filter.packId);
  return filter.role === null ? ofPack : ofPack.where('mine.role', '=', filter.role);
}

/** Newest first, `size` at a time, from a cursor that the page before gave. */
export async function historyPage(
  db: Db,
  ids: string[],
  filter: HistoryFilter,
  cursor: string | null,
  size: number,
): Promise<HistoryPage> {
  const after = readCursor(cursor);
  const order = ['scorecards.published_at', 'scorecards.room_id', 'scorecards.round_id'] as const;
  const all = scorecardsOf(db, ids, filter);
  const rest = after
    ? all.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(...order), '<', tuple(after.publishedAt, after.roomId, after.roundId)),
      )
    : all;
  const rows = await rest
    .selectAll('scorecards')
    .select(['mine.role', 'mine.sees_ratings'])
    .orderBy('scorecards.published_at', 'desc')
    .orderBy('scorecards.room_id', 'desc')
    .orderBy('scorecards.round_id', 'desc')
    .limit(size + 1)
    .execute();
  const entries = rows.slice(0, size).map(entryOf);
  const last = entries.at(-1);
  return { entries, next: rows.length > size && last ? writeCursor(last) : null };
}

type Row = Database['scorecards'] & { role: Role; sees_ratings: number };

function entryOf(row: Row): HistoryEntry {
  const { first_mean: first, second_mean: second, ratings } = row;
  return {
    roomId: row.room_id,
    roundId: row.round_id,
    title: row.title,
    packId: row.pack_id,
    packTitle: row.pack_title,
    format: row.format,
    role: row.role,
    candidateName: row.candidate_name,
    publishedAt: row.published_at,
    scores: row.sees_ratings === 1 ? { first, second, ratings } : null,
  };
}

/** What there is to filter by, with how much of each; packs by title, the newest title of each. */
export async function historyChoices(db: Db, ids: string[]): Promise<HistoryChoices> {
  const all = scorecardsOf(db, ids, { packId: null, role: null });
  const [packs, roles] = await Promise.all([
    all
      .select((row) => [
        'scorecards.pack_id as id',
        row.fn.max('scorecards.pack_title').as('title'),
        row.fn.countAll<number>().as('scorecards'),
      ])
      .groupBy('scorecards.pack_id')
      .orderBy('title')
      .execute(),
    all
      .select((row) => ['mine.role', row.fn.countAll<number>().as('scorecards')])
      .groupBy('mine.role')
      .orderBy('mine.role')
      .execute(),
  ]);
  const scorecards = roles.reduce((sum, { scorecards }) => sum + scorecards, 0);
  return { scorecards, packs, roles };
}
