import { sql } from 'kysely';
import type { Db } from './history';

/** All seats of a room in one row: each row more takes longer than what is in it. */
const IDS = sql<string>`string_agg(member_id || '=' || principal_id, ' ')`.as('ids');

/** Names the person in a seat of a room, by an id that is the same in every round of every room. */
export type PersonIn = (roomId: string, memberId: string) => string;

/** Who has the seats of these rooms of this server. A person who has moved between devices is one. */
export async function peopleIn(db: Db, roomIds: readonly string[]): Promise<PersonIn> {
  const rows =
    roomIds.length === 0
      ? []
      : await db
          .selectFrom('participations')
          .select(['room_id', IDS])
          .where('room_id', 'in', roomIds)
          .where('role', '!=', 'candidate')
          .groupBy('room_id')
          .execute();
  const seats = new Map<string, string[]>();
  for (const { room_id, ids } of rows)
    for (const id of ids.split(' ')) {
      const [memberId = '', principalId = ''] = id.split('=');
      const seat = seatOf(room_id, memberId);
      seats.set(seat, [...(seats.get(seat) ?? []), principalId]);
    }
  const personOf = joined([...seats.values()]);
  return (roomId, memberId) => {
    const seat = seatOf(roomId, memberId);
    // A person who was removed before the round was over has no seat in it.
    return personOf(seats.get(seat)?.[0] ?? seat);
  };
}

const seatOf = (roomId: string, memberId: string): string => `${roomId}/${memberId}`;

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
