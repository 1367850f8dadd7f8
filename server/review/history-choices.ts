import type { HistoryChoices } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import { groupedBy } from './grouped-by';
import { type Db, scorecardsOf } from './history';

/**
 * The available filters, with the number of rounds for each; packs and competencies by their newest title. There are few
 * titles: the database counts the rounds of each, and the newest is chosen here.
 */
export async function historyChoices(db: Db, ids: string[]): Promise<HistoryChoices> {
  const all = scorecardsOf(db, ids, NO_FILTER);
  const [kinds, competencies] = await Promise.all([
    all
      .select((row) => [
        'scorecards.pack_id as id',
        'scorecards.pack_title as title',
        'scorecards.format',
        'mine.role',
        row.fn.countAll<number>().as('count'),
        row.fn.max('scorecards.held_at').as('newest'),
      ])
      .groupBy(['scorecards.pack_id', 'scorecards.pack_title', 'scorecards.format', 'mine.role'])
      .execute(),
    all
      .innerJoin('competency_means as means', (join) =>
        join
          .onRef('means.room_id', '=', 'scorecards.room_id')
          .onRef('means.round_id', '=', 'scorecards.round_id'),
      )
      .select((row) => [
        'means.group_id as id',
        'means.group_title as title',
        row.fn.countAll<number>().as('count'),
        row.fn.max('scorecards.held_at').as('newest'),
      ])
      .groupBy(['means.group_id', 'means.group_title'])
      .execute(),
  ]);
  const roles = counted(kinds, ({ role }) => role).map(([role, scorecards]) => ({ role, scorecards }));
  const formats = counted(kinds, ({ format }) => format).map(([format, scorecards]) => ({
    format,
    scorecards,
  }));
  return {
    scorecards: roles.reduce((sum, { scorecards }) => sum + scorecards, 0),
    packs: titled(kinds),
    roles: roles.toSorted((a, b) => a.role.localeCompare(b.role, 'en')),
    formats: formats.toSorted((a, b) => a.format.localeCompare(b.format, 'en')),
    competencies: titled(competencies),
  };
}

interface Row {
  id: string;
  title: string;
  /** A number that PostgreSQL writes as a text. */
  count: number | string;
  /** When the newest of these rounds was held. */
  newest: number | string;
}

function counted<R extends Row, K extends string>(rows: readonly R[], key: (row: R) => K): [K, number][] {
  return [...groupedBy(rows, key)].map(([id, group]) => [id, sumOf(group)]);
}

/** One for each id, under its newest title, in the order of titles. */
function titled(rows: readonly Row[]) {
  const byAge = rows.toSorted((a, b) => Number(a.newest) - Number(b.newest) || compared(a.title, b.title));
  return [...groupedBy(byAge, ({ id }) => id)]
    .map(([id, group]) => ({ id, title: group.at(-1)?.title ?? '', scorecards: sumOf(group) }))
    .toSorted((a, b) => compared(a.title, b.title) || compared(a.id, b.id));
}

const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { count }) => sum + Number(count), 0);
const compared = (a: string, b: string) => a.localeCompare(b, 'en');
