'use client';

import { useMine } from '@/app/live/use-room';
import { CandidateBar } from '@/app/room/candidate/candidate-bar';
import { Company } from '@/app/room/candidate/company';
import { GreenRoomHeading } from '@/app/room/candidate/green-room-heading';
import { Reflection } from '@/app/room/candidate/reflection';
import { LeaveButton } from '@/app/room/people/leave-button';

/** For a candidate whose round is over: their own words and, once it is shared with them, their scorecard. */
export function OverScreen() {
  const satIn = useMine((mine) => mine.satIn);
  const isShared = useMine((mine) => mine.scorecardIn !== null);
  return (
    <div className="flex min-h-dvh flex-col">
      <CandidateBar />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-14 px-5 pt-10 pb-[calc(5rem+var(--toast-room,0px))] sm:px-8 sm:pt-20"
      >
        <GreenRoomHeading phase={isShared ? 'published' : 'closed'} />
        {satIn ? <Reflection key={satIn} roundId={satIn} /> : null}
        <div>
          <LeaveButton>Leave the room</LeaveButton>
        </div>
      </main>
      <Company />
    </div>
  );
}
