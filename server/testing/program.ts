import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Program {
  pid: number;
  /** Resolves when standard output matches; rejects with the whole output if the program ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
  hasEnded(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Like a terminal at Ctrl-C: signals the program and everything it started. */
  killGroup(signal: NodeJS.Signals): void;
}

/** A program in a process group of its own, which ends with the test, or when `atTheEnd` says. */
export function startProgram(
  command: string,
  args: string[],
  env: Record<string, string>,
  cwd: string,
  atTheEnd: (end: () => void) => void = onTestFinished,
): Program {
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { ...inherited, ...env } as NodeJS.ProcessEnv,
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({
    code: code ?? null,
    stdout,
    stderr,
  }));
  const killGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group has ended already.
    }
  };
  atTheEnd(() => killGroup('SIGKILL'));
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(stdout);
      if (found) return found;
      const more = once(child.stdout, 'data').then(() => null);
      const end = await Promise.race([more, ended]);
      if (end)
        throw new Error(`ended with ${end.code} before saying ${pattern}:\n${end.stdout}\n${end.stderr}`);
    }
  };
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return { pid, says, ended, hasEnded, kill: (signal) => child.kill(signal), killGroup };
}
