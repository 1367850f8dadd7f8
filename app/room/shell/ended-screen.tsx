'use client';

import { useIsHost, useLive, useMine, useSend } from '@/app/live/use-room';
import { Button, ButtonLink } from '@/app/ui/button';
import { Farewell } from './farewell';

/** The room is over; its scorecards are not. */
export function EndedScreen() {
  const published = useLive((state) => state.view.published?.roundId ?? null);
  const satIn = useMine((mine) => mine.satIn);
  const roundId = published ?? satIn;
  const isHost = useIsHost();
  const send = useSend();
  return (
    <Farewell
      title="This room has ended"
      scorecard={roundId === null ? null : { roundId, label: 'Open the scorecard' }}
      action={
        <>
          {isHost ? <Button onClick={() => void send({ type: 'ReopenRoom' })}>Reopen the room</Button> : null}
          <ButtonLink href="/history">My history</ButtonLink>
          <ButtonLink href="/" variant="quiet">
            Go home
          </ButtonLink>
        </>
      }
    >
      Thank you for being here. Everyone entitled to a scorecard of its published rounds finds it in History.
    </Farewell>
  );
}
