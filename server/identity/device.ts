import Bowser from 'bowser';

/** Longer ones are forged, and would take long to parse. */
const LONGEST = 512;

/** A browser's `User-Agent` in words, such as "Firefox on Linux". Null if it names neither browser nor system. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, LONGEST));
  const [program, system] = [cut(browser.name), cut(os.name)];
  if (program && system) return `${program} on ${system}`;
  return program ?? system;
}

/** A program that the library does not know can have any name. */
function cut(name: string | undefined): string | null {
  return name?.replace(/[^\p{L}\p{N} .-]/gu, '').slice(0, 40) || null;
}
