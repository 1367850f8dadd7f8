'use client';

import { useEffect, useRef } from 'react';
import { useSend } from '@/app/live/use-room';
import { announce } from '@/app/ui/announce';
import { Avatar } from '@/app/ui/avatar';
import { Button } from '@/app/ui/button';
import type { Role } from '@/server/protocol/words';
import { useDoor } from './use-everybody';

const AS: Record<Role, string> = {
  candidate: 'for the hot seat',
  panelist: 'for the panel',
  observer: 'to observe',
};

const NOBODY: NonNullable<ReturnType<typeof useDoor>>['waiting'] = [];

/** Who knocks, for the host: let in, or decline. Nothing when nobody does. */
export function Door() {
  const send = useSend();
  const waiting = useDoor()?.waiting ?? NOBODY;
  const known = useRef(new Set<string>());

  useEffect(() => {
    for (const { id, name, role } of waiting) {
      if (!known.current.has(id)) announce(`${name} is at the door, ${AS[role]}.`);
    }
    known.current = new Set(waiting.map(({ id }) => id));
  }, [waiting]);

  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="door" className="rounded bg-ember-wash px-4 py-3">
      <h2 id="door" className="kicker text-ember-strong">
        At the door
      </h2>
      <ul className="divide-y divide-line">
        {waiting.map(({ id, name, role }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <Avatar name={name} />
            <p className="min-w-0 flex-1 leading-5">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-ink-soft text-sm">{AS[role]}</span>
            </p>
            <Button
              variant="quiet"
              size="sm"
              aria-label={`Decline ${name}`}
              onClick={() => void send({ type: 'DeclineMember', memberId: id })}
            >
              Decline
            </Button>
            <Button
              variant="primary"
              size="sm"
              aria-label={`Let ${name} in`}
              onClick={() => void send({ type: 'AdmitMember', memberId: id })}
            >
              Let in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
