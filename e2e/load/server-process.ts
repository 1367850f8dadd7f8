import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, ROOT } from '../../server/cli/bundle';
import type { ControlKind, ControlReplies, ControlRequest } from './control';
import type { Pings } from './load-client';

export type ServerKind = 'bare' | 'storing' | 'hotseat';

/** A server under load, with a core of its own. */
export interface LoadServer {
  kind: ServerKind;
  /** Changes with a restart. */
  url(): string;
  ask<K extends ControlKind>(
    request: Extract<ControlRequest, { kind: K }> & { kind: K },
  ): Promise<ControlReplies[K]>;
  /** A new process with the same record. */
  restarts(): Promise<void>;
  stop(): Promise<void>;
}

export const FOLDER = join(ROOT, 'dist', 'bench');
const FILES: Record<ServerKind, string> = {
  bare: 'relay-server',
  storing: 'relay-server',
  hotseat: 'hotseat-server',
};
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Whether there are two cores to separate the server from the load. */
export const CAN_PIN = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** Where several processes keep their record, and hear each other. */
export interface Shared {
  databaseUrl: string;
  redisUrl: string;
}

/** Bundles both servers as `npm run build` bundles the server. */
export async function buildServers(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await build({
    ...bundleOptions(join(FOLDER, 'server.mjs')),
    entryPoints: [...new Set(Object.values(FILES))].map((name) => ({ in: `e2e/load/${name}.ts`, out: name })),
  });
}

/** Keeps this process, which makes the load, on its own core, with priority over other programs if the system allows it. */
export function pinLoad(): void {
  if (CAN_PIN) spawnSync('taskset', ['-a', '-p', '-c', LOAD_CORE, String(process.pid)]);
  try {
    // The servers inherit this.
    setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
  } catch {
    // Only the superuser may do this; otherwise measure on a machine that does nothing else.
  }
}

export interface StartOptions {
  /** For the relay; Hotseat has its own. */
  pings: Pings;
  /** On a core of its own. */
  isPinned: boolean;
}

export async function startServer(kind: ServerKind, options: StartOptions): Promise<LoadServer> {
  const { pings, isPinned } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
  const folder = join(dataDir, 'data');
  const times = [String(pings.pingInterval), String(pings.pingTimeout)];
  const words = {
    bare: times,
    storing: [...times, folder],
    hotseat: [folder, join(ROOT, 'content'), randomBytes(32).toString('hex')],
  }[kind];
  const clear = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', clear);
  let { child, url } = await launch(kind, words, isPinned);
  return {
    kind,
    url: () => url,
    ask: (request) => {
      child.send(request);
      return reply(child);
    },
    restarts: async () => {
      await ends(child);
      ({ child, url } = await launch(kind, words, isPinned));
    },
    stop: async () => {
      await ends(child);
      process.off('exit', clear);
      clear();
    },
  };
}

/** Several processes of Hotseat over which connections are spread, one after another. */
export async function startHotseats(count: number, { databaseUrl, redisUrl }: Shared): Promise<LoadServer> {
  const secret = randomBytes(32).toString('hex');
  const words = [tmpdir(), join(ROOT, 'content'), secret, databaseUrl, redisUrl];
  const launched: { child: ChildProcess; url: string }[] = [];
  // The first brings the tables up to date.
  for (let no = 0; no < count; no += 1) launched.push(await launch('hotseat', words, false));
  const askOne = ({ child }: { child: ChildProcess }, request: ControlRequest) => {
    child.send(request);
    return reply(child);
  };
  let turn = 0;
  return {
    kind: 'hotseat',
    url: () => {
      turn += 1;
      return launched[turn % count]?.url ?? '';
    },
    // Rooms are opened by one process and served by all, which work together.
    ask: async (request) => {
      const asked = request.kind === 'open-rooms' ? launched.slice(0, 1) : launched;
      const replies = await Promise.all(asked.map((one) => askOne(one, request)));
      return together(request.kind, replies) as never;
    },
    restarts: () => Promise.reject(new Error('several processes are not restarted')),
    stop: async () => {
      await Promise.all(launched.map(({ child }) => ends(child)));
    },
  };
}

/** What the replies of several processes come to. */
function together(kind: ControlKind, replies: unknown[]): unknown {
  if (kind === 'cpu') return (replies as number[]).reduce((sum, one) => sum + one, 0);
  if (kind !== 'encodings') return replies[0];
  const sum: Record<string, number> = {};
  for (const counts of replies as Record<string, number>[])
    for (const [event, count] of Object.entries(counts)) sum[event] = (sum[event] ?? 0) + count;
  return sum;
}

async function launch(
  kind: ServerKind,
  words: string[],
  isPinned: boolean,
): Promise<{ child: ChildProcess; url: string }> {
  const node = [process.execPath, '--expose-gc', join(FOLDER, `${FILES[kind]}.mjs`), ...words];
  const [program = '', ...args] = isPinned ? ['taskset', '-c', SERVER_CORE, ...node] : node;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  return { child, url: await reply<string>(child) };
}

async function ends(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** The server's next message; rejects if that is an error, or if the server ends. */
function reply<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A server under load ended before its time.'));
    child.once('exit', ended);
    child.once('message', (message: { value: T } | { problem: string }) => {
      child.off('exit', ended);
      if ('value' in message) resolve(message.value);
      else reject(new Error(message.problem));
    });
  });
}
