import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';
import { findPostgres } from './programs';

export interface TestPostgres {
  /** The address of a new, empty database. */
  database(): Promise<string>;
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
  const init = ['--pgdata', folder, '--auth=trust', '--username=hotseat', '--encoding=UTF8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), init, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const options = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
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
  return {
    database: async () => {
      made += 1;
      const name = `test${made}`;
      const at = ['-h', '127.0.0.1', '-p', String(port), '-U', 'hotseat'];
      execFileSync(join(bin, 'createdb'), [...at, name], { cwd: '/' });
      return `postgresql://hotseat@127.0.0.1:${port}/${name}`;
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
