import Bowser from 'bowser';

/** Longer ones are made up, and would be read at length. */
const LONGEST = 512;

/** A browser's `User-Agent` in words, as in "Firefox on Linux". Null when it says neither browser nor system. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, LONGEST));
  const [program, system] = [cut(browser.name), cut(os.name)];
  if (program && system) return `${program} on ${system}`;
  return program ?? system;
}

/** A program that the library does not know may call itself anything. */
function cut(name: string | undefined): string | null {
  return name?.replace(/[^\p{L}\p{N} .-]/gu, '').slice(0, 40) || null;
}
