/** Browsers know some places by their former names. */
const NOW_CALLED: Record<string, string> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

/** A moment with its zone: "Tue 8 Dec at 14:00, Berlin time (UTC+1)". */
export function timeInWords(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const part = (type: string) => parts.find((known) => known.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace(/^GMT(\+0$)?/, 'UTC');
  const words = `${part('weekday')} ${part('day')} ${part('month')} at ${part('hour')}:${part('minute')}`;
  const city = timeZone.includes('/') ? timeZone.split('/').at(-1)?.replaceAll('_', ' ') : null;
  const place = city && (NOW_CALLED[city] ?? city);
  return place && !timeZone.startsWith('Etc/')
    ? `${words}, ${place} time (${offset})`
    : `${words}, ${offset}`;
}

/** The hour of what happens before a known moment: "13:45", or "23:50 on Mon 7 Dec" where that is on another day. */
export function hourInWords(at: number, before: number, timeZone: string): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  const date = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const day = date.format(at).replace(',', '');
  return day === date.format(before).replace(',', '') ? hour : `${hour} on ${day}`;
}
