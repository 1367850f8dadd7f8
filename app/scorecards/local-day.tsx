'use client';

import { useTimeZone } from '@/app/ui/use-time-zone';
import { dayInZone } from './day-in-zone';

/** When it was, in the reader's own time zone, with the zone where another zone has another day. */
export function LocalDay({ at }: { at: number }) {
  const timeZone = useTimeZone();
  return <time dateTime={new Date(at).toISOString()}>{dayInZone(at, timeZone)}</time>;
}
