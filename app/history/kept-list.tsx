import Link from 'next/link';
import { Badge } from '@/app/ui/badge';
import { ButtonLink } from '@/app/ui/button';
import { LocalDate } from '@/app/ui/local-date';
import { doorway } from '@/server/doorway';
import type { KeptEntry } from '@/server/protocol/taking-away';
import type { Principal } from '@/server/runtime/principal';

/** Scorecards that this person imported. The list above has most of them too, and a page of their own has all. */
export async function KeptList({ principal }: { principal: Principal }) {
  const { entries } = await doorway().review.kept.list(principal, null, 1);
  return (
    <section aria-labelledby="kept" className="mt-16">
      <h2 id="kept" className="font-semibold text-xl">
        From files
      </h2>
      <p className="mt-2 max-w-prose text-ink-soft text-sm">
        {entries.length === 0
          ? 'Scorecards that you downloaded as JSON, here or on another Hotseat, can be imported here.'
          : 'Scorecards that you imported are in the list above, marked with what their signature says, unless the list has the round itself.'}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink href="/history/import" size="sm">
          Import scorecards
        </ButtonLink>
        {entries.length > 0 ? (
          <ButtonLink href="/history/kept" size="sm" variant="quiet">
            All scorecards from files
          </ButtonLink>
        ) : null}
      </div>
    </section>
  );
}

/** Each with what its signature says. */
export function KeptRows({ entries }: { entries: readonly KeptEntry[] }) {
  return (
    <ul className="mt-4 divide-y divide-line">
      {entries.map(({ keptId, title, candidateName, packTitle, heldAt, signature, issuer }) => (
        <li key={keptId}>
          <Link
            href={`/history/kept/${keptId}`}
            className="-mx-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded px-3 py-3 hover:bg-ink/4"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">{title}</span>
              <span className="block truncate text-ink-soft text-sm">
                {candidateName} · {packTitle} · <LocalDate at={heldAt} /> · {issuer}
              </span>
            </span>
            <Badge>{signature}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}
