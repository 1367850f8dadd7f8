import { isTwice, zoneName } from './zone-name';

const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A number as people say it: words to ten, figures after. */
export function inWords(count: number): string {
  return SMALL[count] ?? String(count);
}

/** "1 rating", "3 ratings". The plural is the singular with an s unless given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Milliseconds as a clock: "2:14", "1:02:09". Negative counts as 0. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Milliseconds left, in words for a person who is answering: "about two minutes left". */
export function leftInWords(ms: number): string {
  if (ms <= 0) return 'time to wrap up';
  if (ms <= MINUTE / 2) return 'a few seconds left';
  if (ms < MINUTE * 0.9) return 'under a minute left';
  const minutes = Math.round(ms / MINUTE);
  return minutes === 1 ? 'about one minute left' : `about ${inWords(minutes)} minutes left`;
}

/** Milliseconds as a length of time for people: "45 seconds", "3 minutes", "1 h 20 min". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return plural(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return plural(minutes, 'minute');
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** A score with one decimal, "3.7"; null is "not assessed" and never 0. */
export function score(value: number | null): string {
  return value === null ? 'not assessed' : value.toFixed(1);
}

/** The day as seen from `now`: "today", "yesterday", "3 days ago", "12 Mar", "12 Mar 2025". */
export function day(then: Date | number, now: Date | number, timeZone: string): string {
  const parts = (date: Date | number) =>
    Object.fromEntries(
      new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
        .formatToParts(date)
        .map((part) => [part.type, part.value]),
    );
  const [at, today] = [parts(then), parts(now)];
  const start = (p: typeof at) => Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day));
  const ago = Math.round((start(today) - start(at)) / DAY);
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  if (ago > 1 && ago < 7) return `${ago} days ago`;
  const year = at.year === today.year ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year }).format(then);
}

/** A moment as seen from `now`: "today at 14:05", "12 Mar at 09:30", "25 Oct at 02:30 CEST" where 02:30 comes twice. */
export function moment(then: number, now: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const zone = isTwice(then, timeZone) ? ` ${zoneName(then, timeZone)}` : '';
  return `${day(then, now, timeZone)} at ${time.format(then)}${zone}`;
}

/** The beginning of a long text, cut between words after at most this many characters: "How do you keep…". */
export function beginning(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const space = letters.lastIndexOf(' ', most - 1);
  return `${letters.slice(0, space > most / 2 ? space : most - 1).join('')}…`;
}

/** Up to two letters for a name: "Priya Nair" → "PN", "li" → "L". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const letter = (word: string) => ([...word][0] ?? '').toLocaleUpperCase('en');
  return letter(first) + letter(last) || '?';
}
