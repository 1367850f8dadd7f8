'use client';

import type { ReactNode } from 'react';
import { useLive } from '@/app/live/use-room';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

interface FarewellProps {
  title: string;
  /** The round whose scorecard this person may open, and the button's label; null if there is none. */
  scorecard: { roundId: string; label: string } | null;
  /** Other buttons. */
  action: ReactNode;
  children: ReactNode;
}

/** The last screen of a room that is over. */
export function Farewell({ title, scorecard, action, children }: FarewellProps) {
  const roomTitle = useLive((state) => state.view.room?.title ?? '');
  const roomId = useLive((state) => state.view.room?.roomId ?? '');
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
