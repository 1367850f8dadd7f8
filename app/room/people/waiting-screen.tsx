'use client';

import { useEffect } from 'react';
import { useLive, useMine } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { LocalTime } from '@/app/ui/local-time';
import { CalledOff } from './called-off';
import { LeaveButton } from './leave-button';
import { NotYet, ToDoBefore } from './not-yet';

/** For a person who waits to be let in: nothing to do, and nothing to worry about. */
export function WaitingScreen() {
  const startsAt = useMine((mine) => mine.startsAt);
  const opensAt = useMine((mine) => mine.opensAt);
  return startsAt && opensAt ? (
    <NotYet startsAt={startsAt} opensAt={opensAt} />
  ) : (
    <AtDoor startsAt={startsAt ?? null} />
  );
}

function AtDoor({ startsAt }: { startsAt: number | null }) {
  const room = useLive((state) => state.waiting);
  const name = useMine((mine) => mine.name);
  // To every candidate: it says nothing of anybody else.
  const isCandidate = useMine((mine) => mine.role === 'candidate') ?? false;
  const host = room?.hostName ?? 'The host';
  useEffect(() => {
    announce('You’re in the waiting room. You’ll hear when you’re let in.');
  }, []);
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-md flex-col items-center justify-center gap-3 px-6 py-16 text-center"
    >
      <span
        aria-hidden="true"
        className="mb-6 grid size-16 place-items-center rounded-full border border-line"
      >
        <span className="size-2.5 rounded-full bg-ember" />
      </span>
      <h1 className="text-balance font-semibold text-2xl">
        {host} will let you in{isCandidate ? ' when the panel is ready for you' : ''}
      </h1>
      <p className="text-balance text-ink-soft">
        {name ? `${name}, you’re` : 'You’re'} in the waiting room for {room?.title || 'the room'}. Keep this
        page open; it updates automatically.
      </p>
      {startsAt === null ? (
        <CalledOff />
      ) : (
        <div>
          <p className="font-medium">
            Your time is <LocalTime at={startsAt} />.
          </p>
          <ToDoBefore />
        </div>
      )}
      <div className="pt-6">
        <LeaveButton>Leave</LeaveButton>
      </div>
    </main>
  );
}
