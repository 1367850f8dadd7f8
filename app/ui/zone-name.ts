/** How far clocks are set back at the end of summer time: half an hour on Lord Howe Island. */
const SET_BACK_MS = [1_800_000, 3_600_000];

/** Whether the clocks in a time zone show this time a second time on the same night. */
export function isTwice(at: number, timeZone: string): boolean {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const said = time.format(at);
  return SET_BACK_MS.some((ms) => time.format(at - ms) === said || time.format(at + ms) === said);
}

/** "CEST", of a time zone at a moment. */
export function zoneName(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
