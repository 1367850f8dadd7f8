import Link from 'next/link';
import { Badge } from '@/app/ui/badge';
import { ButtonLink } from '@/app/ui/button';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** Scorecards that this person read in from files, each with what its signature says. */
export async function KeptList({ principal }: { principal: Principal }) {
  const kept = await doorway().review.kept.list(principal);
  return (
    <section aria-labelledby="kept" className="mt-16">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="kept" className="font-semibold text-xl">
          From files
        </h2>
        <ButtonLink href="/history/import" size="sm">
          Read scorecards in
        </ButtonLink>
      </div>
      {kept.length === 0 ? (
        <p className="mt-2 max-w-prose text-ink-soft text-sm">
          Scorecards that you downloaded as JSON, here or on another Hotseat, can be read back in.
        </p>
      ) : (
        <ul className="mt-4 divide-y divide-line">
          {kept.map(({ keptId, title, candidateName, packTitle, publishedAt, signature, issuer }) => (
            <li key={keptId}>
              <Link
                href={`/history/kept/${keptId}`}
                className="-mx-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded px-3 py-3 hover:bg-ink/4"
              >
                <span className="min-w-0">
                  <span className="block truncate font-medium">{title}</span>
                  <span className="block truncate text-ink-soft text-sm">
                    {candidateName} · {packTitle} · {day.format(publishedAt)} · {issuer}
                  </span>
                </span>
                <Badge>{signature}</Badge>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
