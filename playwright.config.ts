import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './e2e/fixtures/chromium';
import { PATIENCE } from './e2e/fixtures/slow';

/** Needs the build: `npm run build`, or `npm test`, which builds first. */
export default defineConfig({
  testDir: 'e2e',
  // Stopwatches say how long something takes, and hold nothing: `npm test` leaves them out.
  testMatch: process.env.STOPWATCH === '1' ? '**/*.stopwatch.ts' : '**/*.spec.ts',
  globalSetup: './e2e/fixtures/is-built.ts',
  reporter: [['line'], ['./e2e/fixtures/last-line.ts']],
  workers: 2,
  fullyParallel: true,
  // A story that passes at the second try has found something: look at it.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Limits on waiting for what will never come. A machine may be four times as slow as ours, and find no fault by it.
  timeout: 360_000 * PATIENCE,
  expect: { timeout: 20_000 * PATIENCE },
  outputDir: 'test-results',
  use: {
    // Without it a click on what never becomes ready would wait for the whole test's time.
    actionTimeout: 30_000 * PATIENCE,
    navigationTimeout: 60_000 * PATIENCE,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
});
