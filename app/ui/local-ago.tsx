'use client';

import { day } from './format';
import { useTimeZone } from './use-time-zone';

/** "today", "3 days ago", "12 Mar", as the reader's own calendar has it. */
export function LocalAgo({ at, now }: { at: number; now: number }) {
  const timeZone = useTimeZone();
  return <time dateTime={new Date(at).toISOString()}>{day(at, now, timeZone)}</time>;
}
