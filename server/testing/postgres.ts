import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { ROOT } from '../cli/root';
import { openRecord } from '../store/open';
import { freePort } from './free-port';
import { findPostgres } from './programs';

export interface TestPostgres {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  /** The address of a new database that has today's tables and nothing in them. */
  tables(): Promise<string>;
  /** Freezes all of its processes with their connections open, until they go on. */
  freeze(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/**
 * A test's own PostgreSQL server, on a free port and in a temporary folder. On a machine without PostgreSQL it throws an
 * error that says what to do, so that tests fail there instead of being skipped.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const program = findPostgres();
  if (!program)
    throw new Error('PostgreSQL is not installed. Run `npm test`, or: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-pg-'));
  const user = ownerOf(folder);
  const bin = dirname(program);
  const port = await freePort();
  const initial = initialFiles(program);
  if (existsSync(initial)) execFileSync('cp', ['-a', `${initial}/.`, folder]);
  else {
    const init = ['--pgdata', folder, '--auth=trust', '--username=hotseat', '--encoding=UTF8', '--no-sync'];
    execFileSync(join(bin, 'initdb'), init, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    keepFiles(folder, initial);
  }
  // Tests end programs and never the machine, so that nothing has to reach the disk.
  const quick = ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
  const options = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...quick];
  const server = spawn(program, options, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  // A test that aborts before it stops its server must not leave it running.
  const last = () => server.kill('SIGQUIT');
  process.once('exit', last);
  const lines = createInterface({ input: server.stderr });
  const said: string[] = [];
  for await (const line of lines) {
    said.push(line);
    if (line.includes('ready to accept connections')) break;
  }
  if (!said.at(-1)?.includes('ready to accept connections'))
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  server.stderr.resume();

  let made = 0;
  const addressOf = (name: string) => `postgresql://hotseat@127.0.0.1:${port}/${name}`;
  const create = async (like: string) => {
    made += 1;
    const name = `test${made}`;
    const client = new Client({ connectionString: addressOf('postgres') });
    await client.connect();
    await client.query(`create database ${name} template ${like}`);
    await client.end();
    return addressOf(name);
  };
  let blank: Promise<string> | null = null;
  const withTables = async () => {
    const databaseUrl = await create('template1');
    const opened = await openRecord({ databaseUrl, dataDir: '' });
    if (!opened.ok) throw new Error(opened.problem);
    await opened.record.close();
    return new URL(databaseUrl).pathname.slice(1);
  };
  return {
    database: () => create('template1'),
    tables: async () => {
      blank ??= withTables();
      return create(await blank);
    },
    freeze: () => signal(server.pid, 'SIGSTOP'),
    goOn: () => signal(server.pid, 'SIGCONT'),
    stop: async () => {
      process.off('exit', last);
      // A test may have stopped it already.
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where this user keeps the files that this version's `initdb` makes: copying them takes a third of the time. */
function initialFiles(program: string): string {
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  const name = `${version} ${process.getuid?.() ?? ''}`;
  return join(ROOT, 'node_modules', '.cache', name.replace(/[^\w.]+/g, '-'));
}

function keepFiles(folder: string, initial: string): void {
  mkdirSync(dirname(initial), { recursive: true });
  const copy = mkdtempSync(`${initial}-`);
  execFileSync('cp', ['-a', `${folder}/.`, copy]);
  try {
    renameSync(copy, initial);
  } catch {
    // Another process was first.
    rmSync(copy, { recursive: true });
  }
}

/** Signals a server's first process and those that serve its connections. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  for (const id of [pid, ...children.map(Number)]) process.kill(id, name);
}

/** PostgreSQL does not run as root, so for root it runs as the user from its package. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}
