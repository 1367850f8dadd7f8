'use client';

import { useEffect, useRef } from 'react';
import { announce } from '@/app/ui/announce';
import { inOrder } from '@/server/protocol/in-order';
import { WAITING_TO } from './door-words';
import { useDoor } from './use-everybody';

/** Tells the host once about each person who is waiting, on any screen. */
export function DoorNews() {
  const waiting = useDoor()?.waiting;
  const known = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, name, role } of inOrder(waiting ?? {})) {
      if (!known.current.has(id)) announce(`${name} is waiting ${WAITING_TO[role]}.`);
    }
    known.current = new Set(Object.keys(waiting ?? {}));
  }, [waiting]);
  return null;
}
