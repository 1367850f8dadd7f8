import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findProgram } from './programs';

/** The full path of a Chromium: Playwright's own where it was downloaded, else the machine's; or null. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');
}

/** Chromium run by a test: as root it has no sandbox, and it calls nobody by itself. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
