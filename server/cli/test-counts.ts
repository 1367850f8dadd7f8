import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
  /** Skipped tests, which count as failures: a test that does not run proves nothing. */
  skipped: number;
}

const vitest = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});
const playwright = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** The counts in a runner's JSON report; null if it wrote none. */
export function readCounts(runner: 'vitest' | 'playwright', file: string): Counts | null {
  if (!existsSync(file)) return null;
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (runner === 'vitest') {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitest.parse(report);
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  }
  const { expected, unexpected, flaky, skipped } = playwright.parse(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
