'use client';

import { useEffect, useRef } from 'react';
import { announce } from '@/app/ui/announce';
import { WAITING_TO } from './door-words';
import { useAtDoor } from './use-everybody';

/** Tells the host once about each person who is waiting, on any screen. */
export function DoorNews() {
  const waiting = useAtDoor();
  const known = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, name, namesake, role } of waiting) {
      const who = namesake ? `${name}, ${namesake.which},` : name;
      if (!known.current.has(id)) announce(`${who} is waiting ${WAITING_TO[role]}.`);
    }
    known.current = new Set(waiting.map(({ id }) => id));
  });
  return null;
}
