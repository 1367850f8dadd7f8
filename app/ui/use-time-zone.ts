'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The reader's own time zone. The server does not know it and renders UTC. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}
