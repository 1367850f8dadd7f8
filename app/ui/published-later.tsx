'use client';

import { day } from './format';
import { LocalDate } from './local-date';
import { useTimeZone } from './use-time-zone';

/** " · published 20 Oct 2026", if that was another day than the round's in the reader's own calendar. */
export function PublishedLater({ heldAt, publishedAt }: { heldAt: number; publishedAt: number | null }) {
  const timeZone = useTimeZone();
  if (publishedAt === null || day(publishedAt, heldAt, timeZone) === 'today') return null;
  return (
    <>
      {' '}
      · published <LocalDate at={publishedAt} />
    </>
  );
}
