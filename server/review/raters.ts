import type { SelectQueryBuilder } from 'kysely';
import type { Database } from '../runtime/tables';
import { groupedBy } from './grouped-by';
import type { Db } from './history';
import { ratedAsks } from './ratings-of';

/** A person who gave a first rating that is a number, in one round, for one competency. */
interface Rater {
  round: string;
  groupId: string;
  /** The same in every round. */
  person: string;
}

type Rounds = SelectQueryBuilder<Database, 'scorecards', { room_id: string; round_id: string }>;

/** The raters of these rounds of this server. A person who has moved between devices is one. */
export async function ratersIn(db: Db, rounds: Rounds): Promise<Rater[]> {
  const rows = await ratedAsks(db)
    .innerJoin(rounds.as('rounds'), (join) =>
      join.onRef('rounds.room_id', '=', 'asks.room_id').onRef('rounds.round_id', '=', 'asks.round_id'),
    )
    .leftJoin('participations as seats', (join) =>
      join
        .onRef('seats.room_id', '=', 'given.room_id')
        .onRef('seats.round_id', '=', 'given.round_id')
        .onRef('seats.member_id', '=', 'given.member_id'),
    )
    .select(['asks.room_id', 'asks.round_id', 'asks.group_id', 'given.member_id', 'seats.principal_id'])
    .where('given.first', 'is not', null)
    .distinct()
    .execute();
  const personOf = joined(
    [...groupedBy(rows, (row) => `${row.room_id}/${row.member_id}`).values()].map((seat) => seat.map(idOf)),
  );
  return rows.map((row) => ({
    round: `${row.room_id}/${row.round_id}`,
    groupId: row.group_id,
    person: personOf(idOf(row)),
  }));
}

/** A person who was removed before the round was over has no seat in it. */
const idOf = (row: { room_id: string; member_id: string; principal_id: string | null }) =>
  row.principal_id ?? `${row.room_id}/${row.member_id}`;

/** Ids that were ever in one seat are one person's. */
function joined(seats: readonly string[][]): (id: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    return parent === id ? id : rootOf(parent);
  };
  for (const [first = '', ...others] of seats)
    for (const other of others) parents.set(rootOf(other), rootOf(first));
  return rootOf;
}
