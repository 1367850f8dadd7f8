import Link from 'next/link';
import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { plural, score } from '@/app/ui/format';
import { LocalAgo } from '@/app/ui/local-ago';
import { MeanLine } from '@/app/ui/mean-line';
import { PublishedLater } from '@/app/ui/published-later';
import { HomeList, HomeRow } from './home-list';

export type LatestScorecard = {
  /** The address of its page. */
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
  /** When its round began (ms since 1970). */
  heldAt: number;
  /** Null while its candidate has no scorecard. */
  publishedAt: number | null;
};

type LatestScorecardsProps = {
  scorecards: readonly LatestScorecard[];
  /** Milliseconds since 1970, for "yesterday". */
  now: number;
};

/** The scorecards that I got last, each with its mean on the 1 to 5 line. */
export function LatestScorecards({ scorecards, now }: LatestScorecardsProps) {
  const all = (
    <Link href="/history" className="rounded text-ink-soft underline-offset-4 hover:text-ink hover:underline">
      All
    </Link>
  );
  return (
    <HomeList
      id="scorecards"
      title="Latest scorecards"
      aside={scorecards.length > 0 ? all : undefined}
      empty={
        <EmptyState
          title="No scorecards yet"
          action={<ButtonLink href="/sample">Look at a sample</ButtonLink>}
        >
          Every round ends with one: what was asked, what was heard, and how the panel rated it.
        </EmptyState>
      }
    >
      {scorecards.map((scorecard) => (
        <Row key={scorecard.href} scorecard={scorecard} now={now} />
      ))}
    </HomeList>
  );
}

function Row({ scorecard, now }: { scorecard: LatestScorecard; now: number }) {
  const { href, title, candidate, mean, ratings, shared, heldAt, publishedAt } = scorecard;
  return (
    <HomeRow
      href={href}
      title={title}
      under={
        <>
          {candidate} · <LocalAgo at={heldAt} now={now} />
          <PublishedLater heldAt={heldAt} publishedAt={publishedAt} />
        </>
      }
    >
      {mean === null ? (
        <span className="text-ink-soft text-sm">{shared ? score(mean) : 'not shared'}</span>
      ) : (
        <>
          <MeanLine mean={mean} className="hidden sm:block" />
          <span className="text-right">
            <span className="block font-semibold tabular">{score(mean)}</span>
            <span className="block text-ink-soft text-xs tabular">{plural(ratings, 'rating')}</span>
          </span>
        </>
      )}
    </HomeRow>
  );
}
