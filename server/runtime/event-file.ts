import { createHash } from 'node:crypto';

/**
 * One appointment for a calendar program: RFC 5545, with times in UTC, so that no zone has to be described. It has no
 * METHOD: every one of those asks for an organizer with an address (RFC 5546, 3.2), and a file for oneself has none.
 */
export interface Appointment {
  /** What tells it from others; nobody can read it back from the file. */
  key: string;
  title: string;
  description: string;
  url: string;
  /** Milliseconds since the epoch. */
  startsAt: number;
  /** The host took the time back: the file says so to a calendar that has it. */
  isOff?: boolean;
}

const AN_HOUR = 3_600_000;
/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** `now`: of this file; a calendar that has an earlier one takes this instead. */
export function eventFile(
  { key, title, description, url, startsAt, isOff }: Appointment,
  now: number,
): string {
  const uid = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hotseat//EN',
    'BEGIN:VEVENT',
    `UID:${uid}@${new URL(url).hostname}`,
    `SEQUENCE:${Math.floor(now / 1_000) - SINCE}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt)}`,
    // Everybody gets the same length: how many questions are planned is not for people who have not joined.
    `DTEND:${utc(startsAt + AN_HOUR)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(description)}`,
    `LOCATION:${text(url)}`,
    `URL:${url}`,
    ...(isOff ? ['STATUS:CANCELLED'] : ['STATUS:CONFIRMED', ...reminder(title)]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function reminder(title: string): string[] {
  const lines = ['ACTION:DISPLAY', 'TRIGGER:-PT15M', `DESCRIPTION:${text(title)}`];
  return ['BEGIN:VALARM', ...lines, 'END:VALARM'];
}

/** 1 January 2020 (s): a sequence number has 31 bits. */
const SINCE = 1_577_836_800;

function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A line end or another control character must not begin a property of its own. */
function text(value: string): string {
  return value
    .replace(/\r\n?|\n/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** At most 75 octets a line, never within a character. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}
