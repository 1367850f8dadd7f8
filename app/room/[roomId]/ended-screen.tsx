'use client';

import { useLive, useMine } from '@/app/live/use-room';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** The room is over; its scorecards are not. */
export function EndedScreen() {
  const title = useLive((state) => state.slices.room?.title ?? '');
  const roomId = useLive((state) => state.slices.room?.roomId ?? '');
  const published = useLive((state) => state.slices.published?.roundId ?? null);
  const satIn = useMine((mine) => mine.satIn);
  const roundId = published ?? satIn;
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        sign={title}
        title="This room has ended"
        action={
          <>
            {roundId ? (
              <ButtonLink variant="primary" href={`/scorecards/${roomId}/${roundId}`}>
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
        Thank you for being here. The scorecards of its published rounds stand in the history of everybody
        entitled to them.
      </ErrorState>
    </main>
  );
}
