const known = new Map<string, Intl.DateTimeFormat>();

/** A format for dates in British English. Each is made once: that takes longer than all that a page formats with it. */
export function dateFormat(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, timeZone]);
  const format = known.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  if (known.size < MOST) known.set(key, format);
  return format;
}

/** A server meets the time zones of all its readers. */
const MOST = 500;
