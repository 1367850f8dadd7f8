'use client';

import { useIsHost, useLive, useMine, useSend } from '@/app/live/use-room';
import { EarlierFeedback } from '@/app/room/debrief/earlier-feedback';
import { EarlierRounds } from '@/app/room/debrief/earlier-rounds';
import { CalledOff } from '@/app/room/people/called-off';
import { Button, ButtonLink } from '@/app/ui/button';
import { Farewell } from './farewell';

/** The room has ended, but its scorecards remain. */
export function EndedScreen() {
  const published = useLive((state) => state.view.published?.roundId ?? null);
  const mine = useMine((me) => me.scorecardIn);
  const roundId = published ?? mine;
  const isHost = useIsHost();
  const mayReclaim = useMine((me) => me.mayReclaim) ?? false;
  const send = useSend();
  return (
    <Farewell
      title="This room has ended"
      scorecard={roundId === null ? null : { roundId, label: 'Open the scorecard' }}
      action={
        <>
          {mayReclaim ? (
            <Button onClick={() => void send({ type: 'ReclaimHost' })}>Take the host’s role back</Button>
          ) : null}
          {isHost ? <Button onClick={() => void send({ type: 'ReopenRoom' })}>Reopen the room</Button> : null}
          <ButtonLink href="/history">My history</ButtonLink>
          <ButtonLink href="/" variant="quiet">
            Go home
          </ButtonLink>
        </>
      }
    >
      Thank you for being here. Everyone entitled to a scorecard finds it in their history.
      {mayReclaim ? ' Once you are the host again, you can reopen the room.' : ''}
      <div className="pt-4 empty:hidden">
        <CalledOff isOver />
      </div>
      <EarlierFeedback besides={null} />
      <EarlierRounds besides={null} />
    </Farewell>
  );
}
