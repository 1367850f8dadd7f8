import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecret } from '../process/secret';
import { type BackedUp, backUp, restore } from '../store/backup';
import { appendOf } from '../store/events.contract';
import { openOrThrow } from '../store/record.contract';
import { secretMark } from '../store/secret-mark';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { tempFolder } from '../testing/temp-folder';

const root = resolve(import.meta.dirname, '../..');
const SECRET = 'a secret that is long enough to be one, and no other';
const OTHER = 'another secret, which is as long and belongs to no record';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** The command, in a process of its own: to open a record a second time in one process would cost it its locks. */
function runs(name: 'backup' | 'restore', folder: string, env: Record<string, string>) {
  const words = ['--import', 'tsx', 'server/cli/backup.ts', name, folder];
  const inherited = { ...process.env, DATABASE_URL: '', AUTH_SECRET: '' };
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
  return { status, stderr: stderr.trim() };
}

type Change = Partial<BackedUp>;
const where = (dataDir: string, change: Change = {}): BackedUp => ({
  dataDir,
  databaseUrl: null,
  authSecret: null,
  formerSecrets: [],
  ...change,
});
/** The same without a process, for a record that nobody has open. */
const copies = (folder: string, dataDir: string, change?: Change) =>
  backUp(where(dataDir, change), folder, new Date());
const puts = (folder: string, dataDir: string, change?: Change) => restore(where(dataDir, change), folder);
const problem = (words: string) => ({ ok: false, problem: expect.stringContaining(words) });

type Where = { dataDir: string; databaseUrl: string | null };

async function openUsed(where: Where, authSecret: string | null) {
  const opened = await openOrThrow(where);
  const { db, record } = opened;
  const file = join(where.dataDir, 'auth-secret');
  const secret = await openSecret({
    mark: secretMark(db),
    file,
    authSecret,
    formerSecrets: [],
    nextSecret: null,
    secretChanged: false,
  });
  if (!secret.ok) throw new Error(secret.problem);
  return { record, secret: secret.secret };
}

test('the record of a server that goes on, and its secret, are copied and put back elsewhere', async () => {
  const used = { dataDir: tempFolder(), databaseUrl: null };
  const { record, secret } = await openUsed(used, null);
  await record.append(appendOf('command-1', 0, 'x'.repeat(20_000)));
  const copy = join(tempFolder(), 'tonight');
  expect(runs('backup', copy, { DATA_DIR: used.dataDir })).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(copy).toSorted()).toEqual(['auth-secret', 'backup.json', 'hotseat.sqlite']);
  for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o077).toBe(0);
  // What comes after is in the record, and not in the copy.
  await record.append(appendOf('command-2', 1, 'y'));
  expect(await record.load('rm_1')).toHaveLength(2);
  await record.close();

  const other = { dataDir: join(tempFolder(), 'other'), databaseUrl: null };
  expect(runs('restore', copy, { DATA_DIR: other.dataDir })).toEqual({ status: 0, stderr: '' });
  const again = await openUsed(other, null);
  expect(again.secret).toBe(secret);
  expect(await again.record.load('rm_1')).toHaveLength(1);
  await again.record.close();
});

test('nothing is written over: not a back-up, nor a record, also of a server that runs', async () => {
  const used = { dataDir: tempFolder(), databaseUrl: null };
  const { record } = await openUsed(used, null);
  await record.close();
  const copy = join(tempFolder(), 'copy');
  expect(await copies(copy, used.dataDir)).toEqual({ ok: true });
  expect(await copies(copy, used.dataDir)).toEqual(problem(`${copy} is not empty. Name a new folder.`));
  expect(await copies(join(copy, 'backup.json'), used.dataDir)).toEqual(problem('could not be written to'));
  expect(await puts(copy, used.dataDir)).toEqual(problem('There is a record already'));
  const again = await openUsed(used, null);
  expect(runs('restore', copy, { DATA_DIR: used.dataDir }).stderr).toContain('is in use by another Hotseat');
  await again.record.close();
});

test('a restoring that was cut short can be done again', async () => {
  const used = { dataDir: tempFolder(), databaseUrl: null };
  const { record, secret } = await openUsed(used, null);
  await record.close();
  const copy = join(tempFolder(), 'copy');
  expect(await copies(copy, used.dataDir)).toEqual({ ok: true });
  const dataDir = tempFolder();
  writeFileSync(join(dataDir, 'auth-secret'), `${SECRET}\n`);
  expect(await puts(copy, dataDir)).toEqual(problem('There is a record already'));
  writeFileSync(join(dataDir, 'auth-secret'), `${secret}\n`);
  expect(await puts(copy, dataDir)).toEqual({ ok: true });
});

test('a back-up that was cut short, is damaged, or belongs to another secret is not put back', async () => {
  const used = { dataDir: tempFolder(), databaseUrl: null };
  const { record } = await openUsed(used, null);
  for (let seq = 0; seq < 20; seq += 1)
    await record.append(appendOf(`command-${seq}`, seq, 'x'.repeat(20_000)));
  await record.close();
  const copy = join(tempFolder(), 'copy');
  expect(await copies(copy, used.dataDir)).toEqual({ ok: true });
  const dataDir = join(tempFolder(), 'new');
  expect(await puts(copy, dataDir, { authSecret: SECRET })).toEqual(problem('AUTH_SECRET is another secret'));
  const text = readFileSync(join(copy, 'backup.json'), 'utf8');
  rmSync(join(copy, 'backup.json'));
  expect(await puts(copy, dataDir)).toEqual(problem(`${copy} holds no finished back-up.`));
  writeFileSync(join(copy, 'backup.json'), text);
  truncateSync(join(copy, 'hotseat.sqlite'), 50_000);
  expect(await puts(copy, dataDir)).toEqual(problem('is damaged'));
  const fresh = await openUsed({ dataDir, databaseUrl: null }, null);
  await fresh.record.close();
});

test('a record without its secret is not backed up, since every guest would be a stranger', async () => {
  const dataDir = tempFolder();
  const { record } = await openUsed({ dataDir, databaseUrl: null }, SECRET);
  await record.close();
  const copy = join(tempFolder(), 'copy');
  expect(await copies(copy, dataDir)).toEqual(problem('There is no secret'));
  expect(await copies(copy, dataDir, { authSecret: SECRET })).toEqual({ ok: true });
  expect(readFileSync(join(copy, 'auth-secret'), 'utf8').trim()).toBe(SECRET);
});

test('a secret that is not the record’s is not taken for it', async () => {
  const dataDir = tempFolder();
  const { record } = await openUsed({ dataDir, databaseUrl: null }, SECRET);
  await record.close();
  // From a time before the settings had one.
  writeFileSync(join(dataDir, 'auth-secret'), `${OTHER}\n`);
  const copy = join(tempFolder(), 'copy');
  expect(await copies(copy, dataDir)).toEqual(problem('auth-secret is not that of this record'));
  expect(await copies(copy, dataDir, { authSecret: OTHER })).toEqual(
    problem('AUTH_SECRET is not the secret'),
  );
  expect(existsSync(copy)).toBe(false);
  expect(await copies(copy, dataDir, { authSecret: SECRET })).toEqual({ ok: true });
});

test('former secrets are kept with the record, and whoever puts it back is told to set them', async () => {
  const dataDir = tempFolder();
  const { record } = await openUsed({ dataDir, databaseUrl: null }, SECRET);
  await record.close();
  const copy = join(tempFolder(), 'copy');
  const rotated = { authSecret: OTHER, formerSecrets: [SECRET] };
  expect(await copies(copy, dataDir, rotated)).toEqual({ ok: true });
  expect(readFileSync(join(copy, 'former-secrets'), 'utf8')).toBe(`${SECRET}\n`);
  for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o077).toBe(0);
  expect(await puts(copy, join(tempFolder(), 'one'))).toEqual({
    ok: true,
    left: expect.stringContaining('into FORMER_SECRETS'),
  });
  expect(await puts(copy, join(tempFolder(), 'other'), rotated)).toEqual({ ok: true });
});

test('a record in PostgreSQL goes into an empty database, with the same secret, and into no other', async () => {
  const dataDir = tempFolder();
  const from = { databaseUrl: await postgres.database(), authSecret: SECRET };
  const { record } = await openUsed({ dataDir, ...from }, SECRET);
  await record.append(appendOf('command-1', 0, 'x'));
  const copy = join(tempFolder(), 'copy');
  const wrong = { ...from, authSecret: OTHER };
  expect(await copies(copy, dataDir, wrong)).toEqual(problem('AUTH_SECRET is not the secret'));
  expect(await copies(copy, dataDir, from)).toEqual({ ok: true });
  for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o077).toBe(0);
  expect(await puts(copy, dataDir, from)).toEqual(problem('has tables already'));
  const to = { databaseUrl: await postgres.database(), authSecret: SECRET };
  expect(await puts(copy, dataDir, to)).toEqual({ ok: true });
  await record.close();
  const again = await openUsed({ dataDir, ...to }, SECRET);
  expect(await again.record.load('rm_1')).toHaveLength(1);
  await again.record.close();
  expect(await puts(copy, tempFolder())).toEqual(problem('back-up of PostgreSQL'));
});
