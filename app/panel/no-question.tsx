'use client';

import { usePanel } from '@/app/live/use-room';
import { EmptyState } from '@/app/ui/empty-state';
import { useIsObserver, useNameOf } from './use-panel-room';

/** The middle while no question is live: what the candidate sees now, and what to do. */
export function NoQuestion() {
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const asked = usePanel((view) => view.asks.asks.length > 0);
  const nameOf = useNameOf();
  const isObserver = useIsObserver();
  return (
    <EmptyState
      title={asked ? 'No question is live' : `${nameOf(candidateId)} is in the hot seat`}
      className="px-4 py-8 sm:px-6"
    >
      {asked
        ? 'The candidate sees that the next question is coming. '
        : 'Say hello on your call first. The clock starts with the first question. '}
      {isObserver
        ? 'The panel pushes a question when it is ready.'
        : 'Push one from the agenda, or anything from the bank. Press Space on a question to read it first.'}
    </EmptyState>
  );
}
