'use client';

import { hourInWords, timeInWords } from './time-in-words';
import { useTimeZone } from './use-time-zone';

/** A moment in the reader's own time zone, which it names; or the hour alone. */
export function LocalTime({ at, hour = false }: { at: number; hour?: boolean }) {
  const timeZone = useTimeZone();
  const words = hour ? hourInWords(at, timeZone) : timeInWords(at, timeZone);
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
