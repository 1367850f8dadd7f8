'use client';

import type { ReactNode } from 'react';
import { useTimeZone } from '@/app/ui/use-time-zone';
import { byMonth } from './months';

/** Rows under the months of the reader's own calendar. */
export function MonthLists({ rows }: { rows: readonly { at: number; row: ReactNode }[] }) {
  const timeZone = useTimeZone();
  return byMonth(rows, timeZone).map(({ month, entries }) => (
    <div key={month} className="mt-8">
      <h3 className="kicker border-line border-b pb-2">{month}</h3>
      <ul className="divide-y divide-line">{entries.map(({ row }) => row)}</ul>
    </div>
  ));
}
