import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { appendOf } from './events.contract';
import { openRecord } from './open';
import { openOrThrow } from './record.contract';

const at = (dataDir: string) => ({ databaseUrl: null, dataDir });

/** A folder with a record of some pages and a secret, as after a first evening of use. */
async function usedFolder(): Promise<{ dataDir: string; file: string }> {
  const dataDir = tempFolder();
  const { record } = await openOrThrow(at(dataDir));
  for (let seq = 0; seq < 20; seq += 1)
    await record.append(appendOf(`command-${seq}`, seq, 'x'.repeat(20_000)));
  await record.close();
  writeFileSync(join(dataDir, 'auth-secret'), 'a secret that was made at the first start\n');
  return { dataDir, file: join(dataDir, 'hotseat.sqlite') };
}

/** The problem. Checks that every file of the folder is unchanged, since a repair needs them. */
async function problemOf(dataDir: string): Promise<string> {
  const before = filesOf(dataDir);
  const opened = await openRecord(at(dataDir));
  expect(opened.ok).toBe(false);
  expect(filesOf(dataDir)).toEqual(before);
  return opened.ok ? '' : opened.problem;
}

function filesOf(dataDir: string): Record<string, string> {
  const names = readdirSync(dataDir).filter((name) => !name.startsWith('lock.') && !name.endsWith('-shm'));
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(dataDir, name)))
        .digest('hex'),
    ]),
  );
}

test('after a clean stop the one file holds everything', async () => {
  const { file } = await usedFolder();
  const elsewhere = tempFolder();
  copyFileSync(file, join(elsewhere, 'hotseat.sqlite'));
  const { record } = await openOrThrow(at(elsewhere));
  expect(await record.load('rm_1')).toHaveLength(20);
  await record.close();
});

test('an emptied record does not silently start from scratch', async () => {
  const { dataDir, file } = await usedFolder();
  truncateSync(file);
  expect(await problemOf(dataDir)).toBe(
    `The record ${file} is empty. Put a copy back; or, to begin afresh, delete auth-secret too.`,
  );
});

test('nor does a missing one whose secret is still there', async () => {
  const { dataDir, file } = await usedFolder();
  rmSync(file);
  expect(await problemOf(dataDir)).toBe(
    `The record ${file} is gone, and auth-secret beside it is not. Put a copy back; or, to begin afresh, delete auth-secret too.`,
  );
  rmSync(join(dataDir, 'auth-secret'));
  const { record } = await openOrThrow(at(dataDir));
  await record.close();
});

test('nor does one without tables, as when the log file beside it was lost', async () => {
  const { dataDir, file } = await usedFolder();
  const { record, db } = await openOrThrow(at(dataDir));
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  for (const { name } of tables) await db.schema.dropTable(name).execute();
  await record.close();
  expect(await problemOf(dataDir)).toBe(
    `The record ${file} holds nothing. Put a copy back; or, to begin afresh, delete auth-secret too.`,
  );
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2 / 4096) * 4096)],
  ['cut within a page', (bytes: Buffer) => bytes.subarray(0, 100_000)],
  ['overwritten in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0xa5, 40_000, 200_000)],
  ['overwritten at its beginning', (bytes: Buffer) => Buffer.from(bytes).fill(0xa5, 0, 100)],
])('a record that is %s is one line', async (_, damage) => {
  const { dataDir, file } = await usedFolder();
  writeFileSync(file, damage(readFileSync(file)));
  const problem = await problemOf(dataDir);
  expect(problem).toMatch(
    /^The record \S+ is damaged: [^\n]+\. Put a copy back, or name another folder in DATA_DIR\.$/,
  );
});

test('a record without one of its tables is one line that names the table', async () => {
  const { dataDir } = await usedFolder();
  const { record, db } = await openOrThrow(at(dataDir));
  await sql`drop table heard`.execute(db);
  await record.close();
  expect(await problemOf(dataDir)).toContain('cannot be used: it lacks heard. Put a copy back');
});

test('a broken lock file gives another message than a folder that cannot be written', async () => {
  const { dataDir } = await usedFolder();
  const lock = join(dataDir, 'lock.sqlite');
  writeFileSync(lock, 'no lock at all '.repeat(1_000));
  expect(await problemOf(dataDir)).toBe(
    `The lock ${lock} is damaged. When no other Hotseat runs in this folder, delete it.`,
  );
  rmSync(lock);
  const { record } = await openOrThrow(at(dataDir));
  expect(await record.load('rm_1')).toHaveLength(20);
  await record.close();
});
