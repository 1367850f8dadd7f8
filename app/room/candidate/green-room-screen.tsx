'use client';

import { useCandidate, useLive } from '@/app/live/use-room';
import { Alone } from '@/app/room/alone/alone';
import { TryOut } from '@/app/room/try-out/try-out';
import { isOver } from '@/server/room/rules';
import { CandidateBar } from './candidate-bar';
import { Company } from './company';
import { GreenRoomHeading } from './green-room-heading';
import { Reflection } from './reflection';
import { SelfRatings } from './self-ratings';

/** A page to breathe on: the candidate says how it went before anybody else says anything. */
export function GreenRoomScreen() {
  const alone = useLive(({ view }) => view.room?.alone === true);
  return alone ? <Alone /> : <GreenRoom />;
}

function GreenRoom() {
  const round = useCandidate((view) => view.round);
  const phase = round?.phase ?? 'deliberating';
  return (
    <div className="flex min-h-dvh flex-col">
      <CandidateBar />
      <TryOut />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-14 px-5 pt-10 pb-[calc(5rem+var(--toast-room,0px))] sm:px-8 sm:pt-20"
      >
        <GreenRoomHeading phase={phase} />
        {round ? <Reflection key={round.roundId} roundId={round.roundId} /> : null}
        <SelfRatings open={!isOver(phase)} />
      </main>
      <Company />
    </div>
  );
}
