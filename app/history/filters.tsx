import { doorway } from '@/server/doorway';
import { ROLES } from '@/server/protocol/words';
import type { Principal } from '@/server/runtime/principal';
import { FilterForm } from './filter-form';
import { type HistoryQuery, ROLE_WORDS } from './query';

/** By pack and by role; nothing to choose from where there is one of each. */
export async function Filters({ principal, query }: { principal: Principal; query: HistoryQuery }) {
  const { packs, roles } = await doorway().review.choices(principal);
  const filtered = query.packId !== null || query.role !== null;
  if (!filtered && packs.length < 2 && roles.length < 2) return null;
  const packChoices = packs.map(({ id, title, scorecards }) => ({
    value: id,
    label: `${title} (${scorecards})`,
  }));
  const roleChoices = ROLES.map((role) => {
    const count = roles.find((known) => known.role === role)?.scorecards ?? 0;
    return { value: role, label: `${ROLE_WORDS[role]} (${count})` };
  });
  // An address may name a pack of which this person has nothing.
  if (query.packId && !packs.some(({ id }) => id === query.packId))
    packChoices.push({ value: query.packId, label: 'Another pack (0)' });
  return (
    <FilterForm pack={query.packId ?? ''} packs={packChoices} role={query.role ?? ''} roles={roleChoices} />
  );
}
