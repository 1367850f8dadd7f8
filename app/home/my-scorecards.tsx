import { scorecardHref } from '@/app/review/places';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { LatestScorecards } from './latest-scorecards';

const LATEST = 5;

/** The scorecards that the person who is signed in got last. */
export async function MyScorecards({ principal }: { principal: Principal }) {
  const entries = await doorway().review.latest(principal, LATEST);
  return (
    <LatestScorecards
      now={requestTime()}
      scorecards={entries.map((entry) => ({
        href: scorecardHref(entry),
        title: entry.title,
        candidate: entry.role === 'candidate' ? 'You' : entry.candidateName,
        mean: entry.scores?.first ?? null,
        ratings: entry.scores?.ratings ?? 0,
        shared: entry.scores !== null,
        heldAt: entry.heldAt,
        publishedAt: entry.publishedAt,
      }))}
    />
  );
}
