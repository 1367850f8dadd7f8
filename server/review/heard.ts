import type { HeardBefore } from '../room/core/decision';
import { membersIn, type RoomState } from '../room/core/state';
import type { Db } from './history';

/** Ids of the items in a family of packs that a person heard under any of these ids. */
export async function heardBy(db: Db, principalIds: string[], familyId: string): Promise<Set<string>> {
  const rows = await heardRows(db, principalIds, familyId);
  return new Set(rows.map((row) => row.item_id));
}

/** What a room's members heard of its pack in any room, under any of their ids. */
export async function heardInRoom(db: Db, state: RoomState): Promise<HeardBefore> {
  const members = membersIn(state);
  const people = await personOf(
    db,
    members.flatMap(({ principalId, otherIds }) => [principalId, ...otherIds]),
  );
  const rows = await heardRows(db, [...people.keys()], state.pack.familyId);
  const heard = new Map<string, string[]>();
  for (const { memberId, principalId, otherIds } of members) {
    const persons = new Set([principalId, ...otherIds].map((id) => people.get(id)));
    const own = rows.filter((row) => persons.has(people.get(row.principal_id)));
    for (const itemId of new Set(own.map((row) => row.item_id)))
      heard.set(itemId, [...(heard.get(itemId) ?? []), memberId]);
  }
  return heard;
}

async function heardRows(db: Db, principalIds: string[], familyId: string) {
  if (principalIds.length === 0) return [];
  const of = (table: 'heard' | 'own_calibrations') =>
    db
      .selectFrom(table)
      .select(['principal_id', 'item_id'])
      .where('principal_id', 'in', principalIds)
      .where('family_id', '=', familyId)
      .execute();
  // Somebody who rated a sample answer read its question.
  return (await Promise.all([of('heard'), of('own_calibrations')])).flat();
}

/** Every id of these people, with the id that it was merged into. */
async function personOf(db: Db, principalIds: string[]): Promise<Map<string, string>> {
  const person = new Map(principalIds.map((id) => [id, id]));
  if (principalIds.length === 0) return person;
  const known = await db
    .selectFrom('principals')
    .select(['id', 'merged_into'])
    .where('id', 'in', principalIds)
    .execute();
  for (const { id, merged_into } of known) person.set(id, merged_into ?? id);
  const merged = await db
    .selectFrom('principals')
    .select(['id', 'merged_into'])
    .where('merged_into', 'in', [...new Set(person.values())])
    .execute();
  for (const { id, merged_into } of merged) person.set(id, merged_into ?? id);
  for (const id of new Set(person.values())) person.set(id, id);
  return person;
}
