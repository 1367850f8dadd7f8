import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { HistoryEntry, HistoryFilter, HistoryPage } from '../protocol/history';
import type { Role } from '../protocol/words';
import { NO_FILTER } from '../protocol/words';
import type { Database } from '../runtime/tables';
import { readCursor, writeCursor } from './history-cursor';

export type Db = Kysely<Database>;

/**
 * The rounds that a person took part in, one row each. Of two seats in one round (a guest who signed in later), the hot
 * seat comes first, also in the alphabet, and limits what the person sees. An id that lost its seat has none.
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
    .where('opened', '>=', 0)
    .groupBy(['room_id', 'round_id'])
    .having((row) => row.fn.min<number>('opened'), '=', 1);
}

/** Scorecards from files of rounds that the person finds here anyway, so that no round counts twice. */
const readBackIn = (db: Db, ids: string[]) =>
  db
    .selectFrom('kept_scorecards as kept')
    .innerJoin(takenPart(db, ids).as('own'), (join) =>
      join.onRef('own.room_id', '=', 'kept.room_id').onRef('own.round_id', '=', 'kept.round_id'),
    )
    .select('kept.id')
    .where('kept.owner_id', 'in', ids);

/** Scorecards of a person's own rounds, in any role, each round once. A search only covers what they may see. */
export function scorecardsOf(db: Db, ids: string[], filter: HistoryFilter) {
  let rows = db
    .selectFrom('scorecards')
    .innerJoin(takenPart(db, ids).as('mine'), (join) =>
      join
        .onRef('mine.room_id', '=', 'scorecards.room_id')
        .onRef('mine.round_id', '=', 'scorecards.round_id'),
    )
    .where('scorecards.room_id', 'not in', readBackIn(db, ids));
  const { packId, role, groupId, format, from, before, person, words } = filter;
  if (packId !== null) rows = rows.where('scorecards.pack_id', '=', packId);
  if (role !== null) rows = rows.where('mine.role', '=', role);
  if (format !== null) rows = rows.where('scorecards.format', '=', format);
  if (from !== null) rows = rows.where('scorecards.held_at', '>=', from);
  if (before !== null) rows = rows.where('scorecards.held_at', '<', before);
  if (groupId !== null)
    rows = rows.where((eb) => eb.exists(competencyOf(eb).where('group_id', '=', groupId)));
  if (person !== null)
    rows = rows.where((eb) => eb.exists(participantsOf(eb).where(contains('participations.name', person))));
  for (const word of (words ?? '').split(/\s+/u).filter(Boolean).slice(0, WORDS))
    rows = rows.where((eb) =>
      eb.or([
        contains('scorecards.title', word),
        contains('scorecards.pack_title', word),
        contains('scorecards.candidate_name', word),
        eb.exists(competencyOf(eb).where(contains('competency_means.group_title', word))),
        eb.exists(asksOf(eb).where(contains('round_asks.prompt', word))),
      ]),
    );
  return rows;
}

/** Nobody searches for more words at once. */
const WORDS = 8;

type Where = ExpressionBuilder<Database, 'scorecards'>;

const competencyOf = (eb: Where) =>
  eb
    .selectFrom('competency_means')
    .select('competency_means.group_id')
    .whereRef('competency_means.room_id', '=', 'scorecards.room_id')
    .whereRef('competency_means.round_id', '=', 'scorecards.round_id');
const participantsOf = (eb: Where) =>
  eb
    .selectFrom('participations')
    .select('participations.member_id')
    .whereRef('participations.room_id', '=', 'scorecards.room_id')
    .whereRef('participations.round_id', '=', 'scorecards.round_id');
export const asksOf = (eb: Where) =>
  eb
    .selectFrom('round_asks')
    .select('round_asks.ask_id')
    .whereRef('round_asks.room_id', '=', 'scorecards.room_id')
    .whereRef('round_asks.round_id', '=', 'scorecards.round_id');

/**
 * In upper or lower case. SQLite knows case only for A to Z, so the search tries other letters as typed and as people
 * write names: all small, all capitals, and with a capital first.
 */
function contains(column: string, text: string) {
  const small = text.toLowerCase();
  const named = small.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const forms = [text, small, text.toUpperCase(), named].map((form) =>
    form.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll(/[\\%_]/g, '\\$&'),
  );
  const matches = [...new Set(forms)].map(
    (form) => sql`lower(${sql.ref(column)}) like ${`%${form}%`} escape '\\'`,
  );
  return sql<boolean>`(${sql.join(matches, sql` or `)})`;
}

/** The most entries of one page. */
export const PAGE_MOST = 100;

/** Newest first, `size` at a time, from the cursor of the previous page. */
export async function historyPage(
  db: Db,
  ids: string[],
  filter: HistoryFilter,
  cursor: string | null,
  size: number,
): Promise<HistoryPage> {
  const after = readCursor(cursor);
  const order = ['scorecards.held_at', 'scorecards.room_id', 'scorecards.round_id'] as const;
  const all = scorecardsOf(db, ids, filter);
  const rest = after
    ? all.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(...order), '<', tuple(after.heldAt, after.roomId, after.roundId)),
      )
    : all;
  const rows = await rest
    .selectAll('scorecards')
    .select(['mine.role', 'mine.sees_ratings'])
    .orderBy('scorecards.held_at', 'desc')
    .orderBy('scorecards.room_id', 'desc')
    .orderBy('scorecards.round_id', 'desc')
    .limit(size + 1)
    .execute();
  const entries = rows.slice(0, size).map(entryOf);
  const last = entries.at(-1);
  return { entries, next: rows.length > size && last ? writeCursor(last) : null };
}

/** Those that a person got last, whenever the rounds were. */
export async function latestScorecards(db: Db, ids: string[], size: number): Promise<HistoryEntry[]> {
  const rows = await scorecardsOf(db, ids, NO_FILTER)
    .selectAll('scorecards')
    .select(['mine.role', 'mine.sees_ratings'])
    .orderBy((row) => row.fn.coalesce('scorecards.published_at', 'scorecards.held_at'), 'desc')
    .orderBy('scorecards.room_id', 'desc')
    .orderBy('scorecards.round_id', 'desc')
    .limit(size)
    .execute();
  return rows.map(entryOf);
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
    heldAt: row.held_at,
    publishedAt: row.published_at,
    scores: row.sees_ratings > 0 ? { first, second, ratings } : null,
    file:
      row.issuer !== null && row.signature !== null ? { issuer: row.issuer, signature: row.signature } : null,
  };
}

/** What the newest of the rounds says that have the same values in these columns. */
export function newest(column: string, same: readonly string[]) {
  const by = sql.join(same.map((name) => sql.ref(name)));
  return sql<string>`first_value(${sql.ref(column)}) over (
    partition by ${by} order by scorecards.held_at desc, scorecards.room_id desc, scorecards.round_id desc)`;
}
