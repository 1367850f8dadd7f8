import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';
import { LatestScorecards } from './latest-scorecards';

const LATEST = 5;

async function latest(principal: Principal) {
  const query = { packId: null, role: null, cursor: null, size: LATEST };
  const { entries } = await doorway().review.history(principal, query);
  return { entries, now: Date.now() };
}

/** The newest scorecards of whoever is signed in. */
export async function MyScorecards({ principal }: { principal: Principal }) {
  const { entries, now } = await latest(principal);
  return (
    <LatestScorecards
      now={now}
      scorecards={entries.map((entry) => ({
        href: `/scorecards/${entry.roomId}/${entry.roundId}`,
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
