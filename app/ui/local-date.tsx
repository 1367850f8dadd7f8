'use client';

import { dateFormat } from './date-format';
import { useTimeZone } from './use-time-zone';

/** How much of a date is said: "14 Oct 2026", "Wed 14 Oct", "14 Oct". */
const STYLES = {
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A day in the reader's own time zone. */
export function LocalDate({ at, style = 'full' }: { at: number; style?: keyof typeof STYLES }) {
  const timeZone = useTimeZone();
  const words = dateFormat(STYLES[style], timeZone).format(at).replace(',', '');
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
