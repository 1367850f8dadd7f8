import Link from 'next/link';
import { EmptyState } from '@/app/ui/empty-state';
import { day, plural, score } from '@/app/ui/format';
import { MeanLine } from '@/app/ui/mean-line';
import { PanelHeading } from '@/app/ui/panel-heading';
import { Skeleton } from '@/app/ui/skeleton';

export type LatestScorecard = {
  /** Where its page is. */
  href: string;
  /** What it was about: the room's title or the pack's. */
  title: string;
  /** Who was in the hot seat: "You" or a name. */
  candidate: string;
  /** Mean of the independent first ratings; null when nobody assessed anything. */
  mean: number | null;
  /** How many ratings are behind the mean. */
  ratings: number;
  /** The host shared the ratings with me. */
  shared: boolean;
  /** Milliseconds since 1970. */
  publishedAt: number;
};

type LatestScorecardsProps = {
  scorecards: readonly LatestScorecard[];
  /** Milliseconds since 1970, for "yesterday". */
  now: number;
};

/** My newest scorecards, each with its mean on the 1 to 5 line. */
export function LatestScorecards({ scorecards, now }: LatestScorecardsProps) {
  const all = (
    <Link href="/history" className="rounded text-ink-soft underline-offset-4 hover:text-ink hover:underline">
      All
    </Link>
  );
  return (
    <section aria-labelledby="scorecards">
      <PanelHeading
        id="scorecards"
        aside={scorecards.length > 0 ? all : undefined}
        className="border-line border-b pb-1"
      >
        Latest scorecards
      </PanelHeading>
      {scorecards.length === 0 ? (
        <EmptyState title="No scorecards yet">
          Every round ends with one: what was asked, what was heard, and how the panel rated it.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {scorecards.map((scorecard) => (
            <Row key={scorecard.href} scorecard={scorecard} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ scorecard, now }: { scorecard: LatestScorecard; now: number }) {
  const { href, title, candidate, mean, ratings, shared, publishedAt } = scorecard;
  return (
    <li>
      <Link
        href={href}
        className="-mx-3 flex min-h-16 items-center gap-4 rounded px-3 py-3 transition-colors hover:bg-ink/4"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-soft text-sm">
            {candidate} · {day(publishedAt, now)}
          </span>
        </span>
        {mean === null ? null : <MeanLine mean={mean} className="hidden sm:block" />}
        {mean === null ? (
          <span className="text-ink-soft text-sm">{shared ? score(mean) : 'not shared'}</span>
        ) : (
          <span className="text-right">
            <span className="block font-semibold tabular">{score(mean)}</span>
            <span className="block text-ink-soft text-xs tabular">{plural(ratings, 'rating')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** While the scorecards are being read. */
export function LatestScorecardsSkeleton() {
  return (
    <section aria-busy="true" aria-label="Latest scorecards">
      <PanelHeading className="border-line border-b pb-1">Latest scorecards</PanelHeading>
      <div className="flex min-h-16 items-center justify-between py-3">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-4 w-52" />
          <Skeleton className="h-3 w-24" />
        </div>
        <Skeleton className="h-6 w-10" />
      </div>
    </section>
  );
}
