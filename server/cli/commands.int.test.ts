import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openRecord } from '../store/open';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { startProxy } from '../testing/proxy';
import { recordFolder } from '../testing/record-folder';
import { tempFolder } from '../testing/temp-folder';
import { COMMANDS, commandOptions, ROOT } from './bundle';

/** Where packages are found and sources are not, as in the image. */
const image = mkdtempSync(join(ROOT, 'node_modules', 'image-'));
const dist = join(image, 'dist');
let postgres: TestPostgres;
beforeAll(async () => {
  [postgres] = await Promise.all([startPostgres(), build(commandOptions(dist))]);
});
afterAll(async () => {
  rmSync(image, { recursive: true });
  await postgres?.stop();
});

type Command = (typeof COMMANDS)[number];

/** What it says on either stream, and its exit code. */
async function run(name: Command, words: string[], settings: Record<string, string>) {
  const command = spawn(process.execPath, [join(dist, `${name}.mjs`), ...words], {
    cwd: tempFolder(),
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...settings },
  });
  const code = new Promise<number | null>((resolve) => void command.once('exit', resolve));
  const [out, err] = await Promise.all([text(command.stdout), text(command.stderr)]);
  return { said: (out + err).trim(), code: await code };
}

async function opened(place: { databaseUrl: string | null; dataDir: string }) {
  const record = await openRecord(place);
  if (!record.ok) throw new Error(record.problem);
  return record;
}

const ARGUMENTS: Record<Command, string[]> = {
  admin: ['people', '--json'],
  backup: ['backup'],
  move: [],
  rebuild: [],
};
const ANSWERS: Record<Command, string> = {
  admin: '[]',
  backup: 'Name one folder: npm run backup -- FOLDER',
  move: 'Usage: npm run move -- --to postgresql://user:password@host:5432/database',
  rebuild: 'Rebuilt the read models of 0 rooms.',
};

test.each(COMMANDS)('%s works where only the build is', async (name) => {
  const { said } = await run(name, ARGUMENTS[name], { DATA_DIR: tempFolder() });
  expect(said).toBe(ANSWERS[name]);
});

test('move takes packs over a line on which each part of them needs longer than a person would wait', async () => {
  const dataDir = await recordFolder();
  const from = await opened({ databaseUrl: null, dataDir });
  const pack = () => randomBytes(150_000).toString('hex');
  const rows = Array.from({ length: 20 }, (_, i) => ({ hash: `h${i}`, reader: 1, pack: pack(), used_at: i }));
  await from.db.insertInto('pack_contents').values(rows).execute();
  await from.record.close();
  const target = new URL(await postgres.database());
  const line = await startProxy(Number(target.port));
  onTestFinished(line.close);
  line.slow(1_000_000);
  const slow = new URL(target);
  slow.port = String(line.port);

  const { said, code } = await run('move', ['--to', slow.href], { DATA_DIR: dataDir });
  expect(said).toContain('pack_contents: 20 rows\n');
  expect(said).toContain('Everything is there, and each row was compared.');
  expect(code).toBe(0);
  const to = await opened({ databaseUrl: target.href, dataDir: '' });
  onTestFinished(() => to.record.close());
  const moved = await to.db.selectFrom('pack_contents').selectAll().orderBy('used_at').execute();
  expect(moved).toEqual(rows);
});

test.each(['admin', 'rebuild', 'move'] as const)(
  '%s does not migrate a record that an earlier version serves',
  async (name) => {
    const databaseUrl = await postgres.tables();
    const { db, record } = await opened({ databaseUrl, dataDir: '' });
    onTestFinished(() => record.close());
    const last = '0031-processes-with-people';
    await sql`delete from kysely_migration where name = ${last}`.execute(db);
    const words = { admin: ['people'], rebuild: [], move: ['--to', databaseUrl] }[name];
    const here = {
      DATA_DIR: tempFolder(),
      ...(name === 'move' ? {} : { DATABASE_URL: databaseUrl, AUTH_SECRET: 'x'.repeat(32) }),
    };
    const { said, code } = await run(name, words, here);
    expect(said).toMatch(
      /^The record is of an earlier version of Hotseat\. Start this version of the server first/,
    );
    expect(code).toBe(1);
    const { rows } = await sql`select name from kysely_migration where name = ${last}`.execute(db);
    expect(rows).toEqual([]);
  },
);

test('admin lists a person, signs them out, and deletes them only when that is confirmed', async () => {
  const settings = { DATABASE_URL: await postgres.tables(), AUTH_SECRET: 'x'.repeat(32) };
  const { db, record } = await opened({ databaseUrl: settings.DATABASE_URL, dataDir: '' });
  onTestFinished(() => record.close());
  const person = { id: 'pr_1', name: 'Ada Obi', email: null, image: null, kind: 'guest', epoch: 0 } as const;
  await db
    .insertInto('principals')
    .values({ ...person, created_at: 1, merged_into: null })
    .execute();
  const admin = (...words: string[]) => run('admin', words, settings);
  const epoch = async () => (await db.selectFrom('principals').select('epoch').execute())[0]?.epoch;

  expect((await admin('people', 'ada')).said).toMatch(/^pr_1 {2}guest {2}0 rooms {2}seen never {2}Ada Obi/);
  expect(await admin('sign-out', 'pr_1')).toEqual({ said: 'pr_1 is signed out everywhere.', code: 0 });
  expect(await epoch()).toBe(1);
  expect(await admin('sign-out', 'pr_2')).toEqual({
    said: 'There is nobody, and no room, of that id.',
    code: 1,
  });
  expect(await admin('delete', 'pr_1')).toMatchObject({
    code: 1,
    said: expect.stringContaining('add --yes'),
  });
  expect(await epoch()).toBe(1);
  expect(await admin('delete', 'pr_1', '--yes')).toMatchObject({
    code: 0,
    said: expect.stringContaining('pr_1: deleted.'),
  });
  expect(JSON.parse((await admin('people', '--json')).said)).toEqual([]);
});
