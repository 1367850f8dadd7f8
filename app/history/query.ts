import type { HistoryFilter } from '@/server/protocol/history';
import { ROLES, ROUND_KINDS, type Role } from '@/server/protocol/words';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address of the history says. Null stands for all, or for the first page. */
export type HistoryQuery = HistoryFilter & { cursor: string | null };

const DAY = 86_400_000;
/** Longer than anything that anybody looks for. */
const MOST = 100;

/** Reads an address. What makes no sense in it is ignored. Days are those of UTC, including `to`. */
export function readQuery(search: SearchParams): HistoryQuery {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MOST) : null;
  };
  const until = dayOf(text('to'));
  return {
    packId: text('pack'),
    role: ROLES.find((known) => known === text('role')) ?? null,
    groupId: text('competency'),
    format: ROUND_KINDS.find((known) => known === text('format')) ?? null,
    from: dayOf(text('from')),
    before: until === null ? null : until + DAY,
    person: text('person'),
    words: text('words'),
    cursor: text('after'),
  };
}

function dayOf(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(day) ? null : day;
}

/** As the address and a date field write a day. */
export const writtenDay = (day: number) => new Date(day).toISOString().slice(0, 10);

/** What is filtered by, as the address says it. */
export function searchOf(query: Partial<HistoryQuery>): URLSearchParams {
  const { packId, role, groupId, format, from, before, person, words, cursor } = query;
  const said = {
    pack: packId,
    role,
    competency: groupId,
    format,
    from: from == null ? null : writtenDay(from),
    to: before == null ? null : writtenDay(before - DAY),
    person,
    words,
    after: cursor,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) search.set(name, value);
  return search;
}

/** The address of a view of the history. */
export function historyHref(query: Partial<HistoryQuery>): string {
  const search = searchOf(query);
  return search.size > 0 ? `/history?${search}` : '/history';
}

/** Whether anything is left out. */
export function isFiltered(query: HistoryQuery): boolean {
  return Object.entries(query).some(([name, value]) => name !== 'cursor' && value !== null);
}

/** A person's part in a round, as a filter says it. */
export const ROLE_WORDS: Record<Role, string> = {
  candidate: 'In the hot seat',
  panelist: 'On the panel',
  observer: 'Observing',
};
