import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findProgram } from './programs';

/** Debian's names for it, without a screen and with one, and the names of others. */
const MACHINES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * The full path of a Chromium: Playwright's own if it was downloaded, or else the machine's; or null. Of both, the headless
 * shell comes first: the same engine without the whole browser's own windows and services, which no test looks at and which
 * take more than half of the processor's time.
 */
export function findChromium(): string | null {
  const whole = chromium.executablePath();
  const own = [shellBeside(whole), whole].find((path) => existsSync(path));
  return own ?? MACHINES.map((name) => findProgram(name)).find((path) => path !== null) ?? null;
}

/** Where Playwright puts the headless shell of the Chromium at `whole`, for example `…/chromium-1255/chrome-linux64/chrome`. */
export function shellBeside(whole: string): string {
  return whole.replace(
    /chromium-(\d+)([/\\])chrome-([^/\\]+)[/\\].*$/,
    (_all, revision: string, slash: string, system: string) =>
      [
        `chromium_headless_shell-${revision}`,
        `chrome-headless-shell-${system}`,
        `chrome-headless-shell${system.startsWith('win') ? '.exe' : ''}`,
      ].join(slash),
  );
}
