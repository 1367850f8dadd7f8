import { type LookedAt, lookedAt } from '@/app/review/looked';
import { writtenPlace } from '@/app/review/places';
import { plural } from '@/app/ui/format';
import { doorway } from '@/server/doorway';
import type { Place } from '@/server/protocol/places';
import type { Principal } from '@/server/runtime/principal';
import { type HistoryQuery, searchOf } from '../query';
import { pageOf } from './page-of';

/** Some forty sheets of paper. */
const MOST = 20;

export interface Printed {
  sheets: LookedAt[];
  /** How many of those that are named are not open to the reader. */
  leftOut: number;
  /** How many of how many. */
  said: string;
  /** The addresses of other pages; null where there is none. */
  newest: string | null;
  older: string | null;
}

/** Scorecards that are named. All are read, because they are sorted before they are cut into pages. */
export async function printedChosen(
  principal: Principal,
  places: readonly Place[],
  page: string | string[] | undefined,
): Promise<Printed> {
  const all = (await lookedAt(principal, places)).sort((a, b) => whenOf(b) - whenOf(a));
  const { no, first, shown, pages } = pageOf(all, page, MOST);
  const href = (to: number) => {
    const search = new URLSearchParams(places.map((place) => ['round', writtenPlace(place)]));
    if (to > 1) search.set('page', String(to));
    return `/history/print?${search}`;
  };
  return {
    sheets: shown,
    leftOut: places.length - all.length,
    said:
      pages > 1
        ? `Scorecards ${first} to ${first + shown.length - 1} of ${all.length}`
        : plural(all.length, 'scorecard'),
    newest: no > 1 ? href(1) : null,
    older: no < pages ? href(no + 1) : null,
  };
}

/** Those of a person's history that match its filters. */
export async function printedHistory(principal: Principal, query: HistoryQuery): Promise<Printed> {
  const { entries, next } = await doorway().review.history(principal, { ...query, size: MOST });
  const sheets = await lookedAt(principal, entries);
  const href = (cursor: string | null) => `/history/print?${searchOf({ ...query, cursor })}`;
  return {
    sheets,
    leftOut: 0,
    said: plural(sheets.length, 'scorecard'),
    newest: query.cursor === null ? null : href(null),
    older: next === null ? null : href(next),
  };
}

const whenOf = ({ card: { round } }: LookedAt) => round.startedAt;
