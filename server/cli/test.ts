import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build';
import { ROOT } from './bundle';
import { ensurePrograms, NEEDS } from './ensure-programs';
import { run } from './run';
import { type Counts, readCounts } from './test-counts';

/** `npm test`: all steps, the cheapest first. `npm test -- unit e2e` runs some of them. */
const reports = mkdtempSync(join(tmpdir(), 'hotseat-test-'));
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);
const tool = (name: string, ...args: string[]) => run(bin(name), args, { cwd: ROOT });

const STEPS: Record<string, () => Promise<Counts>> = {
  types: async () => check((await tool('next', 'typegen')) || (await tool('tsc', '--noEmit'))),
  lint: async () =>
    check(
      (await tool('biome', 'check', '--error-on-warnings', '.')) || (await tool('oxlint', '--type-aware')),
    ),
  build: async () => check(await build({ evenIfFresh: false })),
  unit: async () => {
    const { postgres, redis, python, ruby, chromium, nodes } = NEEDS;
    const problems = await ensurePrograms([postgres, redis, python, ruby, chromium, nodes]);
    if (problems.length > 0) return failed(...problems);
    const file = join(reports, 'vitest.json');
    const code = await tool(
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    return counted(code, readCounts('vitest', file));
  },
  e2e: async () => {
    if (!existsSync(join(ROOT, 'playwright.config.ts'))) return failed('There is no playwright.config.ts.');
    const problems = await ensurePrograms([NEEDS.chromium]);
    if (problems.length > 0) return failed(...problems);
    const file = join(reports, 'playwright.json');
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const code = await run(bin('playwright'), ['test', '--reporter=list,json'], { cwd: ROOT, env });
    return counted(code, readCounts('playwright', file));
  },
};

/** A step with a single check. */
function check(code: number): Counts {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function failed(...problems: string[]): Counts {
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  return check(1);
}

/** A runner has also failed if it fails without a failed test, or runs none. */
function counted(code: number, counts: Counts | null): Counts {
  if (counts && counts.skipped > 0) process.stdout.write(`${counts.skipped} tests were skipped.\n`);
  const ran = counts ?? check(1);
  const fine = code === 0 && ran.passed > 0;
  const unseen = fine || ran.failed > 0 ? 0 : 1;
  return { ...ran, failed: ran.failed + ran.skipped + unseen };
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no step ${unknown.join(', ')}. Write some of: ${Object.keys(STEPS).join(', ')}\n`,
    );
    process.exit(1);
  }
  const total = { passed: 0, failed: 0 };
  for (const [name, step] of Object.entries(STEPS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`\n== ${name}\n`);
    const start = performance.now();
    const counts = await step();
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`== ${name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s\n`);
    if (counts.failed > 0) break;
  }
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main();
