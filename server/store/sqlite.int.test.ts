import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { RecordUnavailable } from '../runtime/ports';
import { tempFolder } from '../testing/temp-folder';
import { appendOf } from './events.contract';
import { openRecord } from './open';
import { describeRecord, openOrThrow } from './record.contract';

const root = mkdtempSync(join(tmpdir(), 'hotseat-sqlite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
describeRecord('SQLite', async () => {
  made += 1;
  return { databaseUrl: null, dataDir: join(root, String(made)) };
});

const at = (dataDir: string) => ({ databaseUrl: null, dataDir });
const child = (dataDir: string) =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, '../testing/append-forever.ts'), dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

test('a folder that another record holds is refused, with its process and the way out', async () => {
  const dataDir = tempFolder();
  const { record } = await openOrThrow(at(dataDir));
  expect(await openRecord(at(dataDir))).toEqual({
    ok: false,
    problem: `The folder ${dataDir} is in use by another Hotseat (process ${process.pid}). Stop that one, or name another folder in DATA_DIR.`,
  });
  await record.close();
  const again = await openOrThrow(at(dataDir));
  await again.record.close();
});

test('a folder that cannot be made is one line', async () => {
  const file = join(tempFolder(), 'file');
  writeFileSync(file, '');
  const opened = await openRecord(at(join(file, 'data')));
  expect(opened).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/^The folder .* cannot be written: [^\n]*DATA_DIR\.$/),
  });
});

test('a file that is no record is one line, and the folder is let go', async () => {
  const dataDir = tempFolder();
  const file = join(dataDir, 'hotseat.sqlite');
  writeFileSync(file, 'this is a shopping list, and a long one at that: '.repeat(200));
  const opened = await openRecord(at(dataDir));
  expect(opened).toMatchObject({ ok: false, problem: expect.stringMatching(/^The [^\n]*DATA_DIR\.$/) });
  rmSync(file);
  const { record } = await openOrThrow(at(dataDir));
  await record.close();
});

test('a full disk is said to be one, keeps nothing by halves, and is over when there is space', async () => {
  const { record, db } = await openOrThrow(at(tempFolder()));
  await record.append(appendOf('command-1', 0, 'a'));
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  const pages = (count: number) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(db);
  await pages(rows[0]?.page_count ?? 0);
  const long = Array.from({ length: 50 }, () => 'x'.repeat(4_000));
  const refused = record.append(appendOf('command-2', 1, ...long));
  await expect(refused).rejects.toThrow('database or disk is full');
  await expect(refused).rejects.toThrow(RecordUnavailable);
  expect(await record.load('rm_1')).toHaveLength(1);
  await pages(1_000_000);
  expect(await record.append(appendOf('command-2', 1, ...long))).toEqual({ ok: true });
  await record.close();
});

test('nobody but its owner may look at the record', async () => {
  const dataDir = join(tempFolder(), 'data');
  const { record } = await openOrThrow(at(dataDir));
  await record.append(appendOf('command-1', 0, 'a'));
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(dataDir).filter((name) => name.startsWith('hotseat.')))
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  await record.close();
});

test('nothing that was acknowledged is lost when the process is killed, ten times over', async () => {
  const dataDir = tempFolder();
  for (let run = 0; run < 10; run += 1) {
    const writer = child(dataDir);
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 100 + run * 37) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const { record } = await openOrThrow(at(dataDir));
    const rooms = Array.from({ length: 5 }, (_, i) => `rm_${i}`);
    const stored = new Set<string>();
    for (const roomId of rooms) {
      const events = await record.load(roomId);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
      expect(events.length % 2).toBe(0);
      for (const { commandId } of events) stored.add(`${roomId} ${commandId}`);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(acknowledged.filter((line) => !stored.has(line))).toEqual([]);
    await record.close();
  }
});
