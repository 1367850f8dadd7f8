'use client';

import { useEffect, useRef } from 'react';
import { announce } from '@/app/ui/announce';
import { AT_THE_DOOR } from './door-words';
import { useDoor } from './use-everybody';

/** Says to the host, once and on whatever screen, who came to the door. */
export function DoorNews() {
  const waiting = useDoor()?.waiting;
  const known = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, name, role } of waiting ?? []) {
      if (!known.current.has(id)) announce(`${name} is at the door, ${AT_THE_DOOR[role]}.`);
    }
    known.current = new Set(waiting?.map(({ id }) => id));
  }, [waiting]);
  return null;
}
