import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { type CheckResult, notRun } from './check-result';

const results = z.array(z.strictObject({ name: z.string(), failed: z.string().nullable() }));

/** Milliseconds on a busy machine. */
const LONGEST = 30_000;

/** Runs a text with each set of checks as one program, in a Python with only its standard library. */
export async function runPython(text: string, sets: string[]): Promise<CheckResult[]> {
  try {
    const programs = sets.map((checks) => `${text}\n${checks}\n`);
    return results.parse(JSON.parse(await python('run_checks.py', JSON.stringify(programs))));
  } catch (error) {
    return notRun(error);
  }
}

/** The output of a script in this folder for this input. */
export async function python(script: string, input: string): Promise<string> {
  const file = join(import.meta.dirname, script);
  const child = spawn('python3', ['-I', file], { stdio: ['pipe', 'pipe', 'inherit'], timeout: LONGEST });
  child.stdin.end(input);
  const [said, [code]] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`Python ended with ${String(code)}`);
  return said;
}
