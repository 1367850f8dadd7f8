'use client';

import { hourInWords, timeInWords } from './time-in-words';
import { useTimeZone } from './use-time-zone';

interface Props {
  at: number;
  /** A moment that the reader is told beside it: of this one the hour is enough, if it is on the same day. */
  before?: number;
}

/** A moment in the reader's own time zone, which it names. */
export function LocalTime({ at, before }: Props) {
  const timeZone = useTimeZone();
  const words = before === undefined ? timeInWords(at, timeZone) : hourInWords(at, before, timeZone);
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
