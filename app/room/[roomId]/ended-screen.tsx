'use client';

import { useLive } from '@/app/live/use-room';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** The room is over; its scorecards are not. */
export function EndedScreen() {
  const title = useLive((state) => state.slices.room?.title ?? '');
  const roomId = useLive((state) => state.slices.room?.roomId ?? '');
  const published = useLive((state) => state.slices.published ?? null);
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        sign={title}
        title="This room has ended"
        action={
          <>
            {published ? (
              <ButtonLink variant="primary" href={`/scorecards/${roomId}/${published.roundId}`}>
                Open the scorecard
              </ButtonLink>
            ) : null}
            <ButtonLink href="/history">My history</ButtonLink>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        {published
          ? 'Thank you for being here. Its scorecards stand in the history of everybody entitled to them.'
          : 'Its last round was not published. Scorecards of earlier rounds stand in the history of everybody entitled to them.'}
      </ErrorState>
    </main>
  );
}
