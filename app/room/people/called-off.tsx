'use client';

import { useParams } from 'next/navigation';
import { useMine } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { CalendarLink } from '@/app/ui/calendar-link';
import { LocalTime } from '@/app/ui/local-time';

/** The host took a time back that this person was told, and may have in a calendar. */
export function CalledOff() {
  const calledOff = useMine((mine) => mine.calledOff) ?? null;
  const { roomId } = useParams<{ roomId: string }>();
  const now = useServerNow(10_000);
  if (calledOff === null || now >= calledOff) return null;
  return (
    <section aria-label="Time" className="flex flex-col gap-1">
      <p>
        Called off: <LocalTime at={calledOff} />. There is no new time yet.
      </p>
      <p>
        <CalendarLink href={`/api/rooms/${roomId}/calendar`} isOff />
      </p>
    </section>
  );
}
