import { ButtonLink } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { type HistoryQuery, isFiltered } from './query';

/** Why there are no scorecards, and the way on. */
export function Nothing({ query }: { query: HistoryQuery }) {
  if (isFiltered(query))
    return (
      <EmptyState
        title="No scorecards match"
        action={<ButtonLink href="/history">Show all</ButtonLink>}
        className="mt-4"
      >
        Try other words, or fewer filters.
      </EmptyState>
    );
  if (query.cursor)
    return (
      <EmptyState
        title="Nothing is older than that"
        action={<ButtonLink href="/history">Newest</ButtonLink>}
        className="mt-4"
      />
    );
  return (
    <EmptyState
      title="No scorecards yet"
      action={<ButtonLink href="/new">Set up a room</ButtonLink>}
      className="mt-4"
    >
      When a round is over, its scorecard appears here: for the panel once it is closed, for the candidate
      once it is published.
    </EmptyState>
  );
}
