import type { HistoryFilter } from '@/server/protocol/history';
import { placeOf } from '@/server/protocol/places';
import { ROLES, ROUND_KINDS, type Role } from '@/server/protocol/words';
import { startOfDay, writtenDay, zoneOf } from './days';
import { MOST_CHOSEN } from './most-chosen';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address of the history says. Null means all, or the first page. Its days are days in `zone`. */
export type HistoryQuery = HistoryFilter & {
  cursor: string | null;
  zone: string;
  /** Scorecards that are ticked, on this page or another, as `ROOM/ROUND`. */
  chosen: readonly string[];
};

/** Nobody searches for a longer text. */
const MOST = 100;

/** Reads an address and ignores what makes no sense in it. `to` is the last day that counts. */
export function readQuery(search: SearchParams): HistoryQuery {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MOST) : null;
  };
  const zone = zoneOf(text('zone'));
  return {
    packId: text('pack'),
    role: ROLES.find((known) => known === text('role')) ?? null,
    groupId: text('competency'),
    format: ROUND_KINDS.find((known) => known === text('format')) ?? null,
    from: startOfDay(text('from'), zone),
    before: startOfDay(text('to'), zone, 1),
    person: text('person'),
    words: text('words'),
    cursor: text('after'),
    zone,
    chosen: chosenIn(search.round),
  };
}

/** More than a file holds: somebody who can tick more without a script is told so when they press a button. */
const MOST_READ = 2 * MOST_CHOSEN;

function chosenIn(round: string | string[] | undefined): string[] {
  const places = [round ?? []].flat().filter(isPlace);
  return [...new Set(places)].slice(0, MOST_READ);
}

function isPlace(text: string): boolean {
  const [room, round, ...more] = text.split('/');
  return placeOf(room, round) !== null && more.length === 0;
}

/** The active filters, as the address names them. */
export function searchOf(query: Partial<HistoryQuery>): URLSearchParams {
  const {
    packId,
    role,
    groupId,
    format,
    from,
    before,
    person,
    words,
    cursor,
    zone = 'UTC',
    chosen = [],
  } = query;
  const hasDays = from != null || before != null;
  const said = {
    pack: packId,
    role,
    competency: groupId,
    format,
    from: from == null ? null : writtenDay(from, zone),
    to: before == null ? null : writtenDay(before - 1, zone),
    zone: hasDays && zone !== 'UTC' ? zone : null,
    person,
    words,
    after: cursor,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) search.set(name, value);
  for (const place of chosen) search.append('round', place);
  return search;
}

/** The address of a view of the history. */
export function historyHref(query: Partial<HistoryQuery>): string {
  const search = searchOf(query);
  return search.size > 0 ? `/history?${search}` : '/history';
}

/** The month of a moment (UTC), cut to the requested days. */
export function monthHref(at: number, query: HistoryQuery): string {
  const day = new Date(at);
  const from = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
  const before = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
  return historyHref({
    ...query,
    from: Math.max(from, query.from ?? from),
    before: Math.min(before, query.before ?? before),
    cursor: null,
    zone: 'UTC',
  });
}

/** Whether any filter is active. */
export function isFiltered(query: HistoryQuery): boolean {
  return Object.entries(query).some(
    ([name, value]) => !['cursor', 'zone', 'chosen'].includes(name) && value !== null,
  );
}

/** A person's part in a round, as a filter says it. */
export const ROLE_WORDS: Record<Role, string> = {
  candidate: 'In the hot seat',
  panelist: 'On the panel',
  observer: 'Observing',
};
