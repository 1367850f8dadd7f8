import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';
import { findPostgres } from './programs';

export interface TestPostgres {
  /** The address of a database that is empty and new. */
  database(): Promise<string>;
  /** Holds all of its processes still with their connections open, until they go on. */
  freeze(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of the test's own, on a free port and in a temporary folder. Throws, with the way out, on a
 * machine without PostgreSQL: its tests fail there, they are not passed over.
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
  // A test that breaks off before it stops its server must not leave one behind.
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
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** To a server's first process, and to those that serve its connections. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  for (const id of [pid, ...children.map(Number)]) process.kill(id, name);
}

/** PostgreSQL does not agree to run as root: there it runs as the user that its package made. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}
