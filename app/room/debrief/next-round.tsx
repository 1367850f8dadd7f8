'use client';

import { useState } from 'react';
import { useIsHost, useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { WarmUp } from '@/app/room/lobby/warm-up';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf, useNextCandidate } from '@/app/room/shell/use-panel-room';
import { Button, ButtonLink } from '@/app/ui/button';

/** Between two rounds of a led room, the panel can find its scale for the next candidate. */
export function WarmUpForNext() {
  const nextId = useNextCandidate();
  const isOpen = usePanel((view) => view.warmUp?.kind === 'open');
  return nextId !== null || isOpen ? <WarmUp /> : null;
}

/** Once the round is over: the scorecard, the next person in the hot seat, or the end. */
export function NextRound() {
  const room = usePanel((view) => view.room);
  const round = usePanel((view) => view.round);
  const nextId = useNextCandidate();
  const isHost = useIsHost();
  const isOnline = useOnline();
  const nameOf = useNameOf();
  const me = useMine((mine) => mine.memberId);
  const send = useSend();
  const { open } = usePanelUi();
  const [starting, setStarting] = useState(false);
  if (!round) return null;
  const nextName = (memberId: string) => (memberId === me ? 'you' : nameOf(memberId));
  const start = async () => {
    setStarting(true);
    await send({ type: 'StartRound', candidateId: nextId });
    setStarting(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 rounded bg-sunken p-4">
      <p className="w-full">
        {nextId === null
          ? room.format === 'peer'
            ? 'Everybody has been in the hot seat.'
            : 'Nobody else is waiting for the hot seat.'
          : isHost
            ? `Next in the hot seat: ${nextName(nextId)}.`
            : `Next in the hot seat: ${nextName(nextId)}. The host starts the round.`}
      </p>
      <ButtonLink href={`/scorecards/${room.roomId}/${round.roundId}`}>Open the scorecard</ButtonLink>
      {isHost && nextId !== null ? (
        <Button variant="primary" pending={starting} disabled={!isOnline} onClick={() => void start()}>
          Start round {round.no + 1} with {nextName(nextId)}
        </Button>
      ) : null}
      {isHost ? (
        <Button variant={nextId === null ? 'primary' : 'quiet'} onClick={() => open('end')}>
          End the room
        </Button>
      ) : null}
    </div>
  );
}
