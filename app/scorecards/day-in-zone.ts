import { isTwice, zoneName } from '@/app/ui/zone-name';

interface DayInZone {
  /** "14 October 2026, 14:05". */
  words: string;
  /** "CEST". */
  zone: string;
  /** The words alone would mean something else to people elsewhere, or could mean two moments. */
  isAmbiguous: boolean;
}

/** A moment in a time zone, and whether the zone must be named. */
export function dayInZone(at: number, timeZone: string): DayInZone {
  const day = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return {
    words: `${day(timeZone)}, ${time.format(at)}`,
    zone: zoneName(at, timeZone),
    isAmbiguous: isTwice(at, timeZone) || day(timeZone) !== day('UTC'),
  };
}
