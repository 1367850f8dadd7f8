import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { transform } from 'esbuild';
import { type CheckResult, notRun } from './check-result';

/** Milliseconds on a busy machine; a program's own timers take at most two seconds. */
const LONGEST = 20_000;

/** Runs a text with each set of checks as one program, in a thread that is stopped when they take too long. */
export async function runJavaScript(text: string, sets: string[]): Promise<CheckResult[]> {
  try {
    return await resultsOf(await Promise.all(sets.map((checks) => programOf(`${text}\n${checks}`))));
  } catch (error) {
    return notRun(error);
  }
}

/** The body of an async function, without types, so that it can use await. */
async function programOf(source: string): Promise<string> {
  const { code } = await transform(`(async () => {${source}\n})()`, { loader: 'ts', target: 'esnext' });
  return `return ${code}`;
}

async function resultsOf(programs: string[]): Promise<CheckResult[]> {
  const worker = new Worker(new URL('./javascript-worker.mjs', import.meta.url), { workerData: programs });
  try {
    const signal = AbortSignal.timeout(LONGEST);
    const [results]: CheckResult[][] = await once(worker, 'message', { signal });
    return results ?? [];
  } finally {
    await worker.terminate();
  }
}
