'use client';

import type { ReactNode } from 'react';
import { useLive } from '@/app/live/use-room';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

interface FarewellProps {
  title: string;
  /** The round whose scorecard this person may open, and what the way there is called; null when there is none. */
  scorecard: { roundId: string; label: string } | null;
  /** Other ways on. */
  action: ReactNode;
  children: ReactNode;
}

/** What stands in a room that is over, for everybody or for this person. */
export function Farewell({ title, scorecard, action, children }: FarewellProps) {
  const roomTitle = useLive((state) => state.slices.room?.title ?? '');
  const roomId = useLive((state) => state.slices.room?.roomId ?? '');
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        sign={roomTitle}
        title={title}
        action={
          <>
            {scorecard ? (
              <ButtonLink variant="primary" href={`/scorecards/${roomId}/${scorecard.roundId}`}>
                {scorecard.label}
              </ButtonLink>
            ) : null}
            {action}
          </>
        }
      >
        {children}
      </ErrorState>
    </main>
  );
}
