'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The reader's own time zone; null on the server, which does not know it. */
export function useOwnTimeZone(): string | null {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}

/** The same, and UTC on the server. */
export const useTimeZone = (): string => useOwnTimeZone() ?? 'UTC';
