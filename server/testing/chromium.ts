import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findProgram } from './programs';

/** The full path of a Chromium: Playwright's own if it was downloaded, or else the machine's; or null. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');
}
