/**
 * "14 October 2026, 14:05". The zone's name is added where UTC has another day, because people elsewhere would say
 * another date.
 */
export function dayInZone(at: number, timeZone: string): string {
  const day = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(at);
  const isAmbiguous = day(timeZone) !== day('UTC');
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isAmbiguous && { timeZoneName: 'short' }),
  });
  return `${day(timeZone)}, ${time.format(at)}`;
}
