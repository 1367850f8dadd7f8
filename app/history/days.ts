/** A time zone that the server knows; UTC for anything else. */
export function zoneOf(name: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** When a day, as in `2026-10-01`, begins in a time zone (ms); `later` counts days on from it. Null for no day. */
export function startOfDay(text: string | null, zone: string, later = 0): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + later);
  const utc = day.getTime();
  if (Number.isNaN(utc)) return null;
  // The clocks may have changed between midnight in UTC and midnight there.
  return utc - offsetAt(utc - offsetAt(utc, zone), zone);
}

/** The day of a moment in a time zone, as an address and a date field write it. */
export function writtenDay(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}

/** How far a time zone is ahead of UTC at a moment (ms). */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  );
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ahead : ahead;
}
