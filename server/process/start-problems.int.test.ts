import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../cli/build';
import { ROOT } from '../cli/bundle';
import { openRecord } from '../store/open';
import { freePort } from '../testing/free-port';
import { type Ended, startProgram } from '../testing/program';
import { tempFolder } from '../testing/temp-folder';

const BUILT = ['dist/server.mjs'];
const SOURCES = ['--import', 'tsx', 'server/index.ts', '--dev'];

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

/** The server's output when it cannot start with these settings. */
function start(env: Record<string, string>, args = BUILT): Promise<Ended> {
  return startProgram(process.execPath, args, { PORT: '0', DATA_DIR: tempFolder(), ...env }, ROOT).ended;
}

const line = (text: string) => ({ code: 1, stdout: '', stderr: `Hotseat cannot start. ${text}\n` });

test.each([
  ['as it is built', BUILT],
  ['as it is being written', SOURCES],
])('each bad setting is a line, from the server %s', async (_which, args) => {
  expect(await start({ PORT: 'http', GUESTS: 'yes' }, args)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Hotseat cannot start. PORT is "http". Write a whole number from 0 to 65535, as in PORT=3000.\n' +
      'Hotseat cannot start. GUESTS is "yes". Write GUESTS=on or GUESTS=off.\n',
  });
});

test('a port in use is one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await start({ PORT: String(port) })).toEqual(
    line(
      `Port ${port} is in use by another program. Stop that one, or choose another port, as in PORT=${port + 1}.`,
    ),
  );
});

test('an address of another machine is one line', async () => {
  expect(await start({ HOST: '192.0.2.1' })).toEqual(
    line(
      'HOST=192.0.2.1 is no address of this machine. Write HOST=127.0.0.1, or HOST=0.0.0.0 for all of them.',
    ),
  );
});

test('a data folder that cannot be written is one line', async () => {
  const file = join(tempFolder(), 'file');
  writeFileSync(file, '');
  const ended = await start({ DATA_DIR: join(file, 'data') });
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toMatch(
    /^Hotseat cannot start\. The folder \S+ cannot be written: [^\n]+DATA_DIR\.\n$/,
  );
});

test('a data folder that cannot be made is one line, at once', async () => {
  const ended = await start({ DATA_DIR: '/proc/hotseat/data' });
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toMatch(
    /^Hotseat cannot start\. The folder \S+ cannot be written: [^\n]+DATA_DIR\.\n$/,
  );
});

test('a data folder in use is one line that names the process', async () => {
  const dataDir = tempFolder();
  const holder = await openRecord({ databaseUrl: null, dataDir });
  if (!holder.ok) throw new Error(holder.problem);
  expect(await start({ DATA_DIR: dataDir })).toEqual(
    line(
      `The folder ${dataDir} is in use by another Hotseat (process ${process.pid}). Stop that one, or name another folder in DATA_DIR.`,
    ),
  );
  await holder.record.close();
});

test('who starts it twice hears that it runs, and not that its port is in use', async () => {
  const dataDir = tempFolder();
  const holder = await openRecord({ databaseUrl: null, dataDir });
  if (!holder.ok) throw new Error(holder.problem);
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  onTestFinished(() => void first.close());
  const address = first.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { stderr } = await start({ PORT: String(port), DATA_DIR: dataDir });
  expect(stderr).toMatch(
    /^Hotseat cannot start\. The folder \S+ is in use by another Hotseat \(process \d+\)/,
  );
  await holder.record.close();
});

test('a PostgreSQL that does not answer is one line, without its password', async () => {
  const port = await freePort();
  const AUTH_SECRET = 'a secret of this test, long enough';
  const DATABASE_URL = `postgresql://me:hunter2@127.0.0.1:${port}/hotseat`;
  expect(await start({ AUTH_SECRET, DATABASE_URL })).toEqual(
    line(
      `The record in PostgreSQL at 127.0.0.1:${port}/hotseat cannot be used: connect ECONNREFUSED 127.0.0.1:${port}. Start it, or correct DATABASE_URL.`,
    ),
  );
});

test('an emptied secret file is one line', async () => {
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'auth-secret'), '');
  expect(await start({ DATA_DIR: dataDir })).toEqual(
    line(
      `${join(dataDir, 'auth-secret')} holds no secret. Put it back, or set AUTH_SECRET; or delete it and, to go on with another one (everybody signs in again, and guests lose access to their data), start once with SECRET_CHANGED=yes.`,
    ),
  );
});

test('a signal during a long start ends it, as the first program of a container too', async () => {
  const database = createServer().listen(0, '127.0.0.1');
  await once(database, 'listening');
  onTestFinished(() => void database.close());
  const address = database.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const env = {
    PORT: '0',
    DATA_DIR: tempFolder(),
    DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/silent`,
    AUTH_SECRET: 'a secret of this test, long enough',
  };
  const args = ['--import', 'tsx', 'server/index.ts', '--dev'];
  const connected = once(database, 'connection');
  const program = startProgram(process.execPath, args, env, ROOT);
  await connected;
  program.kill('SIGTERM');
  // Killed by the signal alone, it would have no code; and the kernel sends none to such a program that does not ask for it.
  expect(await program.ended).toMatchObject({ code: 0, stdout: '' });
});
