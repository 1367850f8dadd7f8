import { ROLES, type Role } from '@/server/protocol/words';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address of the history says. Null stands for all, or for the first page. */
export interface HistoryQuery {
  packId: string | null;
  role: Role | null;
  cursor: string | null;
}

/** Whatever stands in an address: what makes no sense counts as not said. */
export function readQuery({ pack, role, after }: SearchParams): HistoryQuery {
  const text = (value: string | string[] | undefined) =>
    typeof value === 'string' && value !== '' ? value : null;
  return {
    packId: text(pack),
    role: ROLES.find((known) => known === text(role)) ?? null,
    cursor: text(after),
  };
}

/** The address of a view of the history. */
export function historyHref({ packId, role, cursor }: Partial<HistoryQuery>): string {
  const search = new URLSearchParams();
  if (packId) search.set('pack', packId);
  if (role) search.set('role', role);
  if (cursor) search.set('after', cursor);
  return search.size > 0 ? `/history?${search}` : '/history';
}

/** A person's part in a round, as a filter says it. */
export const ROLE_WORDS: Record<Role, string> = {
  candidate: 'In the hot seat',
  panelist: 'On the panel',
  observer: 'Observing',
};
