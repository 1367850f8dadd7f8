import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a program in this one's terminal and passes signals on. Returns its exit code; a signal counts as 1. */
export function run(program: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const handOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', handOn);
    process.on('SIGTERM', handOn);
    const over = () => {
      process.off('SIGINT', handOn);
      process.off('SIGTERM', handOn);
    };
    child.once('error', (error) => {
      over();
      reject(error);
    });
    child.once('exit', (code) => {
      over();
      resolve(code ?? 1);
    });
  });
}
