'use client';

import { clsx } from 'clsx';
import Check from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { presenceInWords } from '@/app/live/presence-words';
import { useServerNow } from '@/app/live/use-time';
import { Avatar } from '@/app/ui/avatar';
import type { Person } from './use-everybody';
import { youAfter } from './you-after';

interface SeatProps {
  person: Person;
  size?: 'md' | 'lg';
  /** What the host can do about this person. */
  actions?: ReactNode;
}

/** A person in a chair: their name, whether they are here, and whether they are ready. */
export function Seat({ person, size = 'lg', actions }: SeatProps) {
  const away = person.presence.state === 'away';
  return (
    <div className="relative flex w-32 flex-col items-center text-center">
      <div className="relative">
        <Avatar name={person.name} size={size} away={away} place={person.namesake?.place} />
        {actions ? <div className="absolute -top-1 left-full">{actions}</div> : null}
      </div>
      <p className="w-full truncate pt-1.5 font-medium text-sm">
        {person.name}
        {person.me ? <span className="font-normal text-ink-soft">{youAfter(person.name)}</span> : null}
      </p>
      {person.namesake ? <p className="text-ink-soft text-xs">{person.namesake.words}</p> : null}
      <SeatState person={person} />
    </div>
  );
}

function SeatState({ person }: { person: Person }) {
  const { presence } = person;
  const now = useServerNow(30_000, presence.state === 'away');
  const words = person.ready && presence.state === 'here' ? 'Ready' : presenceInWords(presence, now);
  return (
    <p className={clsx('flex items-center gap-1 text-xs', words === 'Ready' ? 'text-ink' : 'text-ink-soft')}>
      {person.host ? `Host, ${words.toLowerCase()}` : words}
      {words === 'Ready' ? <Check size={12} aria-hidden="true" /> : null}
    </p>
  );
}
