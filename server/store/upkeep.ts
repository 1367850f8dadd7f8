import { type Kysely, sql } from 'kysely';
import type { Database } from '../runtime/tables';

/** What the operator of a deployment looks up and mends, over either dialect. Times are milliseconds since 1970. */

export interface ListedPerson {
  id: string;
  name: string;
  kind: 'guest' | 'account';
  email: string | null;
  createdAt: number;
  /** When one of their sessions was last used; null for none. */
  seenAt: number | null;
  rooms: number;
}

/** People whose name, address or id holds the words, the newest first. */
export async function listPeople(
  db: Kysely<Database>,
  words: string,
  limit: number,
): Promise<ListedPerson[]> {
  const part = `%${words.toLowerCase()}%`;
  const rows = await db
    .selectFrom('principals')
    .select(({ selectFrom }) => [
      'id',
      'name',
      'kind',
      'email',
      'created_at',
      selectFrom('sessions')
        .whereRef('sessions.principal_id', '=', 'principals.id')
        .select(({ fn }) => fn.max('seen_at').as('at'))
        .as('seen_at'),
      selectFrom('memberships')
        .whereRef('memberships.principal_id', '=', 'principals.id')
        .select(({ fn }) => fn.countAll().as('count'))
        .as('rooms'),
    ])
    .where('merged_into', 'is', null)
    .where((eb) =>
      eb.or([
        eb(sql<string>`lower(name)`, 'like', part),
        eb(sql<string>`lower(coalesce(email, ''))`, 'like', part),
        eb('id', '=', words),
      ]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ created_at, seen_at, rooms, ...row }) => ({
    ...row,
    createdAt: created_at,
    seenAt: seen_at === null ? null : Number(seen_at),
    rooms: Number(rooms),
  }));
}

export interface ListedRoom {
  id: string;
  title: string;
  phase: string;
  people: number;
  activeAt: number;
  events: number;
}

/** Rooms whose title or id holds the words, the last used first; `personId`: those that this person is in. */
export async function listRooms(
  db: Kysely<Database>,
  { words, personId, limit }: { words: string; personId: string | null; limit: number },
): Promise<ListedRoom[]> {
  const rows = await db
    .selectFrom('memberships')
    .select(({ fn, selectFrom }) => [
      'room_id',
      fn.max('room_title').as('title'),
      fn.max('room_phase').as('phase'),
      fn.countAll().as('people'),
      fn.max('active_at').as('active_at'),
      selectFrom('events')
        .whereRef('events.room_id', '=', 'memberships.room_id')
        .select(({ fn: of }) => of.countAll().as('count'))
        .as('events'),
    ])
    .where((eb) =>
      eb.or([
        eb(sql<string>`lower(room_title)`, 'like', `%${words.toLowerCase()}%`),
        eb('room_id', '=', words),
      ]),
    )
    .$if(personId !== null, (query) =>
      query.where(
        'room_id',
        'in',
        db
          .selectFrom('memberships')
          .select('room_id')
          .where('principal_id', '=', personId ?? ''),
      ),
    )
    .groupBy('room_id')
    .orderBy('active_at', 'desc')
    .orderBy('room_id')
    .limit(limit)
    .execute();
  return rows.map(({ room_id, title, phase, people, active_at, events }) => ({
    id: room_id,
    title,
    phase,
    people: Number(people),
    activeAt: Number(active_at),
    events: Number(events),
  }));
}

/** Ends all sessions of this person; running processes let go of their connections within seconds. False when there is nobody. */
export async function signOut(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('principals')
    .set((is) => ({ epoch: is('epoch', '+', 1) }))
    .where((eb) => eb.or([eb('id', '=', personId), eb('merged_into', '=', personId)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where there is something of a room, the events last: while they are there, it can be taken away again. */
export const OF_ROOMS = [
  'room_snapshots',
  'code_updates',
  'code_snapshots',
  'invite_index',
  'memberships',
  'scorecards',
  'participations',
  'competency_means',
  'round_asks',
  'round_ratings',
  'calibrations',
  'share_links',
  'room_packs',
  'try_outs',
  'webhooks',
  'events',
] as const;

/** All that there is of a room, except that people heard its questions. False when there is no such room. */
export async function deleteRoom(db: Kysely<Database>, roomId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const first = await trx
      .selectFrom('events')
      .select('seq')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    for (const table of OF_ROOMS) await trx.deleteFrom(table).where('room_id', '=', roomId).execute();
    return first !== undefined;
  });
}

/** Where there is something of a person, by which column; their packs' versions and links go with their packs. */
export const OF_PEOPLE = {
  packs: 'owner_id',
  kept_scorecards: 'owner_id',
  share_links: 'owner_id',
  heard: 'principal_id',
  calibrations: 'principal_id',
  own_calibrations: 'principal_id',
  stories: 'owner_id',
  participations: 'principal_id',
  memberships: 'principal_id',
  sessions: 'principal_id',
  logins: 'principal_id',
} as const satisfies { [T in keyof Database]?: keyof Database[T] };

/** Where a scorecard from a file has rows under its own id. */
const OF_FILES = ['scorecards', 'participations', 'competency_means', 'round_asks'] as const;

/**
 * Somebody's sign-ins, packs, links, kept files and history. What they wrote in rooms, and what they were called there, is part of
 * those rooms. Their ids alone are remembered: whatever happens there later, and whenever the read models are rebuilt, they get no
 * rows again. The ids that something was deleted of: theirs, and of the guests that they were before they signed in.
 */
export async function deletePerson(db: Kysely<Database>, personId: string, at: number): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    const people = await trx
      .selectFrom('principals')
      .select('id')
      .where((eb) => eb.or([eb('id', '=', personId), eb('merged_into', '=', personId)]))
      .execute();
    const ids = people.length > 0 ? people.map(({ id }) => id) : [personId];
    const packs = trx.selectFrom('packs').select('id').where('owner_id', 'in', ids);
    await trx.deleteFrom('pack_links').where('pack_id', 'in', packs).execute();
    await trx.deleteFrom('pack_versions').where('pack_id', 'in', packs).execute();
    const files = trx.selectFrom('kept_scorecards').select('id').where('owner_id', 'in', ids);
    for (const table of OF_FILES) await trx.deleteFrom(table).where('room_id', 'in', files).execute();
    let deleted = people.length;
    for (const [table, column] of Object.entries(OF_PEOPLE)) {
      const where = sql`where ${sql.ref(column)} in (${sql.join(ids)})`;
      const { rows } = await sql`delete from ${sql.table(table)} ${where} returning 1`.execute(trx);
      deleted += rows.length;
    }
    await trx.deleteFrom('principals').where('id', 'in', ids).execute();
    if (deleted === 0) return [];
    await trx
      .insertInto('forgotten')
      .values(ids.map((principal_id) => ({ principal_id, at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return ids;
  });
}
