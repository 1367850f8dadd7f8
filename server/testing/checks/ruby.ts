import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { type CheckResult, notRun } from './check-result';

const results = z.array(z.array(z.strictObject({ name: z.string(), failed: z.string().nullable() })));

/** Milliseconds on a busy machine. */
const LONGEST = 60_000;

/** The check of Ruby texts: the scenario's file, and the databases that it may fill. */
export interface RubyRun {
  texts: string[];
  scenario: string;
  database: string;
  redis: string;
}

/** Runs each text in the scenario, which sets it up and checks it. */
export async function runRuby(run: RubyRun): Promise<CheckResult[][]> {
  const stage = join(import.meta.dirname, '../references/stage.rb');
  const child = spawn('ruby', ['-W0', stage], { stdio: ['pipe', 'pipe', 'inherit'], timeout: LONGEST });
  child.stdin.end(JSON.stringify(run));
  try {
    const [said, [code]] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Error(`Ruby ended with ${String(code)}`);
    return results.parse(JSON.parse(said));
  } catch (error) {
    return run.texts.map(() => notRun(error));
  }
}
