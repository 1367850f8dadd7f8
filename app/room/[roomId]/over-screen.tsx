'use client';

import { useLive, useMine } from '@/app/live/use-room';
import { LeaveButton } from '@/app/lobby/leave-button';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** A candidate's round is done, and the room goes on without them. */
export function OverScreen() {
  const title = useLive((state) => state.slices.room?.title ?? '');
  const roomId = useLive((state) => state.slices.room?.roomId ?? '');
  const satIn = useMine((mine) => mine.satIn);
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        sign={title}
        title="Your interview is over"
        action={
          <>
            <ButtonLink variant="primary" href={`/scorecards/${roomId}/${satIn}`}>
              Open your scorecard
            </ButtonLink>
            <LeaveButton>Leave the room</LeaveButton>
          </>
        }
      >
        Thank you for being here. Your scorecard stays in your history, whether you leave now or later.
      </ErrorState>
    </main>
  );
}
