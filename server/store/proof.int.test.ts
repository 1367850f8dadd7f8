import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { expect, test, vi } from 'vitest';
import { bundled } from '../testing/bundled';
import { startPostgres } from '../testing/postgres';
import { SOON } from '../testing/soon';
import { tempFolder } from '../testing/temp-folder';
import { createPageCheck } from './check-file';
import { appendOf } from './events.contract';
import { openOrThrow } from './record.contract';

const at = (dataDir: string) => ({ databaseUrl: null, dataDir });
const CHILD = await bundled('server/testing/say-problem.ts');

test('a record on a full disk does not work, and works again once there is space', async () => {
  const child = spawn(process.execPath, [CHILD, tempFolder()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async () => String((await lines.next()).value);
  expect(await says()).toBe('open');
  const asks = () => {
    child.stdin.write('?\n');
    return says();
  };
  // No file may grow beyond this many bytes.
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`]);
  await vi.waitFor(async () => expect(await asks()).toBe('works'), SOON);
  limit('4096');
  await vi.waitFor(async () => expect(await asks()).toMatch(/disk I\/O error|full/), SOON);
  limit('unlimited');
  await vi.waitFor(async () => expect(await asks()).toBe('works'), SOON);
  child.kill();
});

test('a record that another program has locked for writing does not work until it is released', async () => {
  const dataDir = tempFolder();
  const { record, db } = await openOrThrow(at(dataDir));
  expect(await record.problem()).toBeNull();
  const outside = new Libsql(join(dataDir, 'hotseat.sqlite'), { timeout: 0 });
  outside.exec('begin immediate');
  await vi.waitFor(async () => expect(await record.problem()).toContain('locked'), SOON);
  outside.exec('rollback');
  outside.close();
  await vi.waitFor(async () => expect(await record.problem()).toBeNull(), SOON);
  expect(await db.selectFrom('events').selectAll().execute()).toEqual([]);
  await record.close();
});

test('damaged pages are found before anybody reads them, and nobody waits for a check', async () => {
  const dataDir = tempFolder();
  const { record, db } = await openOrThrow(at(dataDir));
  for (let seq = 0; seq < 20; seq += 1)
    await record.append(appendOf(`command-${seq}`, seq, 'x'.repeat(40_000)));
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  const file = join(dataDir, 'hotseat.sqlite');
  let now = 0;
  const check = createPageCheck(file, () => now);
  const handle = openSync(file, 'r+');
  const size = statSync(file).size;
  for (let page = Math.floor(size / 4096 / 2); page < size / 4096; page += 1)
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
  closeSync(handle);
  // All pages are read at most once a minute.
  await check();
  now += 61_000;
  await check();
  await vi.waitFor(() => expect(check()).rejects.toThrow('some of its pages are damaged'), SOON);
  await record.close();
});

test('a read-only PostgreSQL does not work, and works again when it is writable', async () => {
  const postgres = await startPostgres();
  const { record, db } = await openOrThrow({ databaseUrl: await postgres.database(), dataDir: '/nowhere' });
  expect(await record.problem()).toBeNull();
  const readOnly = async (on: boolean) => {
    await sql`alter system set default_transaction_read_only = ${sql.lit(on)}`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
  };
  await readOnly(true);
  await vi.waitFor(async () => expect(await record.problem()).toContain('read-only transaction'), SOON);
  expect(await record.load('rm_1')).toEqual([]);
  await readOnly(false);
  await vi.waitFor(async () => expect(await record.problem()).toBeNull(), SOON);
  await record.close();
  await postgres.stop();
});
