import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { context } from 'esbuild';
import { bundleOptions, ROOT } from './bundle';

/** `npm run dev`: serves `app/` with live updates, and restarts the server when `server/` changes. */
const bundle = join(ROOT, 'dist', 'dev.mjs');
let server: ChildProcess | null = null;
let stopping = false;

async function restart(): Promise<void> {
  const before = server;
  if (before && before.exitCode === null && before.signalCode === null) {
    process.stdout.write('The server changed and is restarting.\n');
    before.removeAllListeners('exit');
    const gone = once(before, 'exit');
    before.kill('SIGTERM');
    await gone;
  }
  if (stopping) return;
  server = spawn(process.execPath, ['--enable-source-maps', bundle, '--dev'], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  server.once('exit', (code) => {
    if (stopping || before === null) process.exit(code ?? 1);
    process.stdout.write('The server stopped. It restarts when a file in server/ changes.\n');
  });
}

let queue = Promise.resolve();
const watched = await context({
  ...bundleOptions(bundle),
  plugins: [
    {
      name: 'restart',
      setup(build) {
        build.onEnd(({ errors }) => {
          if (errors.length === 0) queue = queue.then(restart);
        });
      },
    },
  ],
});
await watched.watch();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopping = true;
    if (!server?.kill(signal)) process.exit(0);
  });
