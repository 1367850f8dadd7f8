import { chromium, type Page } from 'playwright';
import { findChromium } from '../chromium';

/** A page of a Chromium without a screen, which is gone when `visit` is over. */
export async function inChromium(visit: (page: Page) => Promise<void>): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium: npm test installs one');
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext();
    await visit(await context.newPage());
  } finally {
    await browser.close();
  }
}
