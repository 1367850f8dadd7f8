'use client';

import { useMine } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { PrepareLink } from '@/app/prepare/prepare-link';
import { CalledOff } from '@/app/room/people/called-off';
import { usePeople, useRoomSlice } from '@/app/room/people/use-everybody';
import { CalendarLink } from '@/app/ui/calendar-link';
import { LocalTime } from '@/app/ui/local-time';
import { lateInWords } from './late-in-words';

/** When the round is meant to begin, if somebody said. Once that has passed: who is not here yet. */
export function Appointment() {
  const startsAt = useMine((mine) => mine.startsAt) ?? null;
  const opensAt = useMine((mine) => mine.opensAt) ?? null;
  const sat = useMine((mine) => mine.satIn) ?? null;
  const prepares = useMine((mine) => mine.prepares) ?? false;
  const { roomId } = useRoomSlice();
  const people = usePeople();
  const now = useServerNow(10_000);
  if (sat !== null) return null;
  if (startsAt === null) return <CalledOff />;
  const late =
    now < startsAt
      ? null
      : lateInWords(people.map((one) => ({ ...one, here: one.presence.state !== 'away' })));
  return (
    <section aria-label="Time" className="flex flex-col gap-1">
      <p className="font-medium">
        <LocalTime at={startsAt} />
      </p>
      {opensAt === null ? null : (
        <p className="text-ink-soft text-sm">
          The lobby opens at <LocalTime at={opensAt} before={startsAt} />. Until then only you are in.
        </p>
      )}
      {late ? <p className="text-ink-soft text-sm">{late}</p> : null}
      <p className="flex flex-wrap gap-x-6">
        {now < startsAt ? <CalendarLink href={`/api/rooms/${roomId}/calendar`} /> : null}
        {prepares ? <PrepareLink roomId={roomId} /> : null}
      </p>
    </section>
  );
}
