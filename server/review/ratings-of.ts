import type { HistoryFilter } from '../protocol/history';
import type { Role } from '../protocol/words';
import { NEWEST_ROUNDS, NO_FILTER } from '../protocol/words';
import { asksOf, type Db, scorecardsOf } from './history';

/** One rating of one ask on a scorecard of a person's own. */
export interface SeenRating {
  ask: string;
  roomId: string;
  roundId: string;
  askId: string;
  itemId: string;
  prompt: string;
  at: number;
  heldAt: number;
  role: Role;
  /** Whether it is this person's own. */
  isMine: boolean;
  self: number | null;
  points: string;
  /** Null for not rated and for not assessed. */
  first: number | null;
  second: number | null;
}

/** The newest ratings from panels, in rounds whose scorecards show them to this person; oldest first. */
export async function ratingsOf(
  db: Db,
  ids: string[],
  filter: Partial<HistoryFilter>,
  /** `single`: each rating may be shown. Otherwise only means are shown, which more people may see. */
  { single, familyId = null }: { single: boolean; familyId?: string | null },
): Promise<SeenRating[]> {
  const recent = recentRounds(db, ids, filter, { single, familyId });
  const found = await ratedAsks(db)
    .innerJoin(recent.as('recent'), (join) =>
      join.onRef('recent.room_id', '=', 'asks.room_id').onRef('recent.round_id', '=', 'asks.round_id'),
    )
    .leftJoin(ownSeats(db, ids).as('own'), (join) =>
      join
        .onRef('own.room_id', '=', 'given.room_id')
        .onRef('own.round_id', '=', 'given.round_id')
        .onRef('own.member_id', '=', 'given.member_id'),
    )
    .select([
      'asks.room_id',
      'asks.round_id',
      'asks.ask_id',
      'asks.item_id',
      'asks.prompt',
      'asks.at',
      'asks.self',
      'asks.points',
      'recent.held_at',
      'recent.role',
      'own.member_id as own_seat',
      'given.first',
      'given.second',
    ])
    .orderBy('recent.held_at', 'desc')
    .orderBy('asks.room_id')
    .orderBy('asks.at', 'desc')
    .orderBy('given.member_id')
    .execute();
  return found.reverse().map((row) => ({
    ask: `${row.room_id}/${row.round_id}/${row.ask_id}`,
    roomId: row.room_id,
    roundId: row.round_id,
    askId: row.ask_id,
    itemId: row.item_id,
    prompt: row.prompt,
    at: row.at,
    heldAt: row.held_at,
    role: row.role,
    isMine: row.own_seat !== null,
    self: row.self,
    points: row.points,
    first: row.first,
    second: row.second,
  }));
}

/** Each rating that was given, beside its ask. */
export function ratedAsks(db: Db) {
  return db
    .selectFrom('round_asks as asks')
    .innerJoin('round_ratings as given', (join) =>
      join
        .onRef('given.room_id', '=', 'asks.room_id')
        .onRef('given.round_id', '=', 'asks.round_id')
        .onRef('given.ask_id', '=', 'asks.ask_id'),
    );
}

function recentRounds(
  db: Db,
  ids: string[],
  filter: Partial<HistoryFilter>,
  { single, familyId }: { single: boolean; familyId: string | null },
) {
  const recent = scorecardsOf(db, ids, { ...NO_FILTER, ...filter })
    .select(['scorecards.room_id', 'scorecards.round_id', 'scorecards.held_at', 'mine.role'])
    .where('mine.sees_ratings', '>=', single ? 2 : 1)
    .where('scorecards.format', '!=', 'alone')
    .where('scorecards.issuer', 'is', null)
    .orderBy('scorecards.held_at', 'desc')
    .limit(NEWEST_ROUNDS);
  if (familyId === null) return recent;
  return recent.where((eb) => eb.exists(asksOf(eb).where('round_asks.family_id', '=', familyId)));
}

/** One asking of a question in those rounds, whether anybody rated it or not. */
export interface Asking {
  roomId: string;
  ask: string;
  itemId: string;
  prompt: string;
  points: string;
}

/** The askings of one pack's questions in the rounds that `ratingsOf` reads, oldest first. */
export async function askingsOf(db: Db, ids: string[], familyId: string): Promise<Asking[]> {
  const recent = recentRounds(db, ids, {}, { single: true, familyId });
  const rows = await db
    .selectFrom(recent.as('recent'))
    .innerJoin('round_asks as asks', (join) =>
      join.onRef('asks.room_id', '=', 'recent.room_id').onRef('asks.round_id', '=', 'recent.round_id'),
    )
    .select(['asks.room_id', 'asks.round_id', 'asks.ask_id', 'asks.item_id', 'asks.prompt', 'asks.points'])
    .where('asks.skipped', '=', 0)
    .orderBy('recent.held_at')
    .orderBy('asks.room_id')
    .orderBy('asks.at')
    .execute();
  return rows.map((row) => ({
    roomId: row.room_id,
    ask: `${row.room_id}/${row.round_id}/${row.ask_id}`,
    itemId: row.item_id,
    prompt: row.prompt,
    points: row.points,
  }));
}

/** Removes duplicates: a seat that moved is in the table once for every id that has it. */
function ownSeats(db: Db, ids: string[]) {
  return db
    .selectFrom('participations')
    .select(['room_id', 'round_id', 'member_id'])
    .where('principal_id', 'in', ids)
    .where('opened', '>=', 0)
    .distinct();
}

export const numbersIn = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
