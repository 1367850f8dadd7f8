import { EmptyState } from '@/app/ui/empty-state';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { OwnRow } from './own-row';

/** A person's own packs, the last one changed first. */
export async function MyPacks({ principal }: { principal: Principal | null }) {
  const mine = principal ? await doorway().packs.mine(principal) : [];
  if (mine.length === 0)
    return (
      <EmptyState title={principal ? 'You keep no packs yet' : 'Your own packs appear here'}>
        Import your own guide, or copy a pack below and change it. Only you see your packs until you open a
        room with one.
      </EmptyState>
    );
  const now = requestTime();
  return (
    <ul className="divide-y divide-line">
      {mine.map((pack) => (
        <OwnRow key={pack.id} pack={pack} now={now} />
      ))}
    </ul>
  );
}
