import type { HistoryChoices } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import { groupedBy } from './grouped-by';
import { type Db, newest, scorecardsOf } from './history';

/** The available filters, with the number of rounds for each; packs and competencies by their newest title. */
export async function historyChoices(db: Db, ids: string[]): Promise<HistoryChoices> {
  const all = scorecardsOf(db, ids, NO_FILTER);
  const [kinds, competencies] = await Promise.all([
    db
      .selectFrom(
        all
          .select([
            'scorecards.pack_id',
            'scorecards.format',
            'mine.role',
            newest('scorecards.pack_title', ['scorecards.pack_id']).as('title'),
          ])
          .as('titled'),
      )
      .select((row) => ['pack_id', 'format', 'role', 'title', row.fn.countAll<number>().as('count')])
      .groupBy(['pack_id', 'format', 'role', 'title'])
      .orderBy('title')
      .execute(),
    db
      .selectFrom(
        all
          .innerJoin('competency_means as means', (join) =>
            join
              .onRef('means.room_id', '=', 'scorecards.room_id')
              .onRef('means.round_id', '=', 'scorecards.round_id'),
          )
          .select(['means.group_id as id', newest('means.group_title', ['means.group_id']).as('title')])
          .as('titled'),
      )
      .select((row) => ['id', 'title', row.fn.countAll<number>().as('scorecards')])
      .groupBy(['id', 'title'])
      .orderBy('title')
      .execute(),
  ]);
  const counted = <K extends string>(key: (kind: (typeof kinds)[number]) => K) =>
    [...groupedBy(kinds, key)].map(([id, group]) => ({
      id,
      title: group[0]?.title ?? '',
      scorecards: group.reduce((sum, { count }) => sum + Number(count), 0),
    }));
  const roles = counted(({ role }) => role).map(({ id: role, scorecards }) => ({ role, scorecards }));
  const formats = counted(({ format }) => format).map(({ id: format, scorecards }) => ({
    format,
    scorecards,
  }));
  return {
    scorecards: roles.reduce((sum, { scorecards }) => sum + scorecards, 0),
    packs: counted(({ pack_id }) => pack_id),
    roles: roles.toSorted((a, b) => a.role.localeCompare(b.role, 'en')),
    formats: formats.toSorted((a, b) => a.format.localeCompare(b.format, 'en')),
    competencies,
  };
}
