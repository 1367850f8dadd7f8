import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Balancer, startBalancer } from './balancer';
import { freePort } from './free-port';
import { startPostgres, type TestPostgres } from './postgres';
import { startRedis, type TestRedis } from './redis';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ClusterInput {
  processes: number;
  /** Of the balancer; 0 takes any that is free. */
  port?: number;
  /** Settings beside those that make it a cluster. */
  env?: Record<string, string>;
}

export interface ClusterProcess {
  port: number;
  /** What it said on standard error since it was started. */
  said(): string;
  /** Stands still, with its connections open, until it goes on. */
  freeze(): void;
  goOn(): void;
  /** Its exit code; null when it was killed. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** Again, on the same port, with these settings changed from now on. It is ready some time later. */
  start(changed?: Record<string, string>): void;
  /** Rejects with what it said on standard error when it ends. */
  ended(): Promise<never>;
}

export interface Cluster {
  url: string;
  balancer: Balancer;
  processes: ClusterProcess[];
  postgres: TestPostgres;
  redis: TestRedis;
  /** What all of its processes were started with, for commands on the same record. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

/** So many built servers on one PostgreSQL and one Redis of their own, behind one balancer; ready when it resolves. */
export async function startCluster({ processes, port = 0, env = {} }: ClusterInput): Promise<Cluster> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const postgres = await startPostgres();
    closers.push(() => postgres.stop());
    const redis = await startRedis();
    closers.push(() => redis.stop());
    const ports: number[] = [];
    for (let no = 0; no < processes; no += 1) ports.push(await freePort());
    const balancer = await startBalancer(ports, port);
    closers.push(() => balancer.close());
    const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-cluster-'));
    closers.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const shared = {
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: await postgres.database(),
      REDIS_URL: redis.url,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: balancer.url,
      DRAIN_SECONDS: '1',
      ...env,
    };
    const started = ports.map((own) => startProcess({ ...shared, PORT: String(own) }, own));
    closers.push(() => Promise.all(started.map((one) => one.stop('SIGTERM'))));
    await Promise.race([balancer.ready(processes), ...started.map((one) => one.ended())]);
    return { url: balancer.url, balancer, processes: started, postgres, redis, settings: shared, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startProcess(env: Record<string, string>, port: number): ClusterProcess {
  let child: ChildProcess;
  let said = '';
  let settings = env;
  const start = (changed: Record<string, string> = {}) => {
    said = '';
    settings = { ...settings, ...changed };
    child = spawn(process.execPath, ['--enable-source-maps', 'dist/server.mjs'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', VITEST: '', ...settings },
      // It goes when this process does.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  };
  start();
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = await gone;
    return code ?? null;
  };
  const ended = async (): Promise<never> => {
    const [code] = await once(child, 'exit');
    throw new Error(`the process on port ${port} ended with ${code}:\n${said}`);
  };
  const [freeze, goOn] = [() => void child.kill('SIGSTOP'), () => void child.kill('SIGCONT')];
  return { port, said: () => said, freeze, goOn, stop, start, ended };
}
