import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { transform } from 'esbuild';
import { CHECKS_WORKER } from '../../process/code-sandbox';
import { type CheckResult, notRun } from './check-result';

/** Milliseconds on a busy machine; a program's own timers take at most two seconds. */
const LONGEST = 20_000;

/** What a thread of Node has and a worker of a browser has not, and what both write to. */
const IN_A_THREAD = `
  const { parentPort } = require('node:worker_threads');
  for (const name of ['process', 'Buffer', 'global', 'require', 'module', 'exports', 'fetch', 'setImmediate', 'console'])
    delete globalThis[name];
  const self = { postMessage: (said) => parentPort.postMessage(said) };
  parentPort.once('message', (program) => self.onmessage({ data: { program } }));
`;

/** Runs a text with each set of checks as one program, each in a thread of its own by what runs them in people's browsers. */
export async function runJavaScript(text: string, sets: string[]): Promise<CheckResult[]> {
  try {
    const results = await Promise.all(sets.map((checks) => resultsOf(`${text}\n;\n${checks}`)));
    return results.flat();
  } catch (error) {
    return notRun(error);
  }
}

interface Said {
  kind: string;
  name?: string;
  ok?: boolean;
  message?: string;
  problem?: string;
}

async function resultsOf(source: string): Promise<CheckResult[]> {
  const { code } = await transform(source, { loader: 'ts', target: 'esnext' });
  const worker = new Worker(`${IN_A_THREAD}\n${CHECKS_WORKER}`, { eval: true });
  const results: CheckResult[] = [];
  try {
    const messages: AsyncIterable<Said[]> = on(worker, 'message', { signal: AbortSignal.timeout(LONGEST) });
    worker.postMessage(code);
    for await (const [said] of messages) {
      if (said?.kind === 'result')
        results.push({ name: said.name ?? '', failed: said.ok ? null : (said.message ?? '') });
      if (said?.kind === 'end') return said.problem ? [...results, ...notRun(said.problem)] : results;
    }
    return results;
  } finally {
    await worker.terminate();
  }
}
