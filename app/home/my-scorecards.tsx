import { scorecardHref } from '@/app/review/places';
import { requestTime } from '@/app/ui/request-time';
import { doorway } from '@/server/doorway';
import { NO_FILTER } from '@/server/protocol/words';
import type { Principal } from '@/server/runtime/principal';
import { LatestScorecards } from './latest-scorecards';

const LATEST = 5;

/** The newest scorecards of the person who is signed in. */
export async function MyScorecards({ principal }: { principal: Principal }) {
  const query = { ...NO_FILTER, cursor: null, size: LATEST };
  const { entries } = await doorway().review.history(principal, query);
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
        publishedAt: entry.publishedAt,
      }))}
    />
  );
}
