import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port';
import { findRedis } from './programs';

export interface TestRedis {
  url: string;
  /** Stops the program, as when its machine fails. */
  stop(): Promise<void>;
  /** Freezes it with its connections open, like a network that swallows everything, until it goes on. */
  freeze(): void;
  goOn(): void;
  /** Restarts it on the same port, empty. */
  start(): Promise<void>;
}

/** A real Redis on a free port, without files. */
export async function startRedis(): Promise<TestRedis> {
  const program = findRedis();
  if (program === null) throw new Error('redis-server is not on this machine: npm test installs it.');
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(program, [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ]);
    await ready(child);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    stop: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stdout ?? []) {
    if (String(chunk).includes('Ready to accept connections')) return;
  }
  throw new Error('redis-server ended before it was ready');
}
