'use client';

import { clsx } from 'clsx';
import { useParams } from 'next/navigation';
import { useEffect } from 'react';
import { useLive, useMine } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { PrepareLink } from '@/app/prepare/prepare-link';
import { HomeCode } from '@/app/room/lobby/home-code';
import { announce } from '@/app/ui/announce';
import { CalendarLink } from '@/app/ui/calendar-link';
import { duration } from '@/app/ui/format';
import { LocalTime } from '@/app/ui/local-time';
import { LeaveButton } from './leave-button';

/** For a person who is here before the lobby opens. The page moves on by itself. */
export function NotYet({ startsAt, opensAt }: { startsAt: number; opensAt: number }) {
  const room = useLive((state) => state.waiting);
  const reads = useMine(({ homeCode }) => homeCode !== null);
  const left = opensAt - useServerNow(10_000);
  useEffect(() => {
    announce('The lobby is not open yet. This page updates automatically.');
  }, []);
  return (
    <main
      id="main"
      tabIndex={-1}
      className={clsx(
        'mx-auto flex min-h-dvh w-full flex-col items-center justify-center gap-3 px-6 py-16 text-center',
        reads ? 'max-w-3xl' : 'max-w-md',
      )}
    >
      <p className="break-words text-ink-soft">{room?.title || 'The room'}</p>
      <h1 className="text-balance font-semibold text-2xl">
        <LocalTime at={startsAt} />
      </h1>
      <p className="text-balance text-ink-soft">
        {room?.hostName ?? 'The host'} invited you. The lobby opens at{' '}
        <LocalTime at={opensAt} before={startsAt} />
        {left > 60_000 ? `, in ${duration(left)}` : ''}. You can keep this page open: it updates
        automatically.
      </p>
      <ToDoBefore />
      {reads ? (
        <div className="w-full py-6 text-left">
          <HomeCode />
        </div>
      ) : null}
      <div className="pt-6">
        <LeaveButton>Leave</LeaveButton>
      </div>
    </main>
  );
}

/** What a person can do before their time: note it, and prepare if they are to sit. */
export function ToDoBefore() {
  const prepares = useMine((mine) => mine.prepares);
  const { roomId } = useParams<{ roomId: string }>();
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-6 pt-4">
      <CalendarLink href={`/api/rooms/${roomId}/calendar`} />
      {prepares ? <PrepareLink roomId={roomId} /> : null}
    </div>
  );
}
