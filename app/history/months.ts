import { dateFormat } from '@/app/ui/date-format';

/** "October 2026". */
export function monthInWords(at: number, timeZone: string): string {
  return dateFormat({ month: 'long', year: 'numeric' }, timeZone).format(at);
}

/** Things under the months of their moments (ms), in a time zone, in the order in which they are given. */
export function byMonth<T extends { at: number }>(all: readonly T[], timeZone: string) {
  const months: { month: string; entries: T[] }[] = [];
  for (const entry of all) {
    const month = monthInWords(entry.at, timeZone);
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
