'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The reader's own time zone. UTC in what the server renders, which does not know it. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}
