import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';

/** Milliseconds on a busy machine. */
const LONGEST = 30_000;

/** The output of a script in this folder for this input. */
export async function python(script: string, input: string): Promise<string> {
  const file = join(import.meta.dirname, script);
  const child = spawn('python3', ['-I', file], { stdio: ['pipe', 'pipe', 'inherit'], timeout: LONGEST });
  child.stdin.end(input);
  const [said, [code]] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`Python ended with ${String(code)}`);
  return said;
}
