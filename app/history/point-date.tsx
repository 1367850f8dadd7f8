'use client';

import { dateFormat } from '@/app/ui/date-format';
import { useTimeZone } from '@/app/ui/use-time-zone';

interface PointDateProps {
  at: number;
  /** The point to its left; null for the first. */
  before: number | null;
  /** It means a whole month (UTC). */
  monthly: boolean;
}

/** The day or the month of a point, with its year where it is another than the one before. */
export function PointDate({ at, before, monthly }: PointDateProps) {
  const own = useTimeZone();
  const timeZone = monthly ? 'UTC' : own;
  const say = (options: Intl.DateTimeFormatOptions, of: number) => dateFormat(options, timeZone).format(of);
  const year = say({ year: 'numeric' }, at);
  const isNewYear = before === null || say({ year: 'numeric' }, before) !== year;
  return (
    <span className="block text-ink-soft text-xs tabular leading-tight">
      {say(monthly ? { month: 'short' } : { day: 'numeric', month: 'short' }, at)}
      {isNewYear ? <span className="block">{year}</span> : null}
    </span>
  );
}
