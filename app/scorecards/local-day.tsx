'use client';

import { useOwnTimeZone } from '@/app/ui/use-time-zone';
import { dayInZone } from './day-in-zone';

/**
 * When it was, in the reader's own time zone. The zone is named where the words could mean two moments, before the
 * reader's zone is known, and on paper, which somebody else may read.
 */
export function LocalDay({ at }: { at: number }) {
  const own = useOwnTimeZone();
  const { words, zone, isAmbiguous } = dayInZone(at, own ?? 'UTC');
  return (
    <time dateTime={new Date(at).toISOString()}>
      {words}
      <span className={own === null || isAmbiguous ? undefined : 'hidden print:inline'}> {zone}</span>
    </time>
  );
}
