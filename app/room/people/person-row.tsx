'use client';

import { presenceInWords } from '@/app/live/presence-words';
import { useIsHost, usePanel } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { Avatar } from '@/app/ui/avatar';
import { Badge } from '@/app/ui/badge';
import { moment } from '@/app/ui/format';
import { useTimeZone } from '@/app/ui/use-time-zone';
import { SeatMenu } from './seat-menu';
import type { Person } from './use-everybody';
import { youAfter } from './you-after';

/** One person: seat, connection, and the host's menu. */
export function PersonRow({ person }: { person: Person }) {
  const candidateId = usePanel((view) => view.round?.candidateId);
  const isHost = useIsHost();
  const { presence } = person;
  const now = useServerNow(5_000, presence.state === 'away');
  const timeZone = useTimeZone();
  const inSeat = person.id === candidateId;
  return (
    <li className="flex items-center gap-3 border-line border-b py-2 last:border-b-0">
      <Avatar
        name={person.name}
        live={inSeat}
        away={presence.state === 'away'}
        place={person.namesake?.place}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {person.name}
          {person.me ? <span className="font-normal text-ink-soft">{youAfter(person.name)}</span> : null}
        </span>
        <span className="block truncate text-ink-soft text-sm">
          {person.namesake ? `${person.namesake.words} · ` : ''}
          {inSeat ? 'in the hot seat' : person.role} · {presenceInWords(presence, now).toLowerCase()}
        </span>
        {person.givenAt === null ? null : (
          <span className="block text-ink-soft text-sm">
            The host gave this seat to another browser {moment(person.givenAt, now, timeZone)}
          </span>
        )}
      </span>
      {person.host ? <Badge tone="soft">host</Badge> : null}
      {isHost && !person.me ? <SeatMenu person={person} /> : null}
    </li>
  );
}
