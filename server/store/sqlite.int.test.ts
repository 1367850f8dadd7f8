import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import Libsql from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { RecordUnavailable } from '../runtime/ports';
import { bundled } from '../testing/bundled';
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

const CHILD = await bundled('server/testing/append-forever.ts');
const at = (dataDir: string) => ({ databaseUrl: null, dataDir });
const child = (dataDir: string) =>
  spawn(process.execPath, [CHILD, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('a folder that another process uses is rejected, with that process and what to do', async () => {
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

test('a file that is not a record is one line, and the folder is released', async () => {
  const dataDir = tempFolder();
  const file = join(dataDir, 'hotseat.sqlite');
  writeFileSync(file, 'this is a shopping list, and a long one at that: '.repeat(200));
  const opened = await openRecord(at(dataDir));
  expect(opened).toMatchObject({ ok: false, problem: expect.stringMatching(/^The [^\n]*DATA_DIR\.$/) });
  rmSync(file);
  const { record } = await openOrThrow(at(dataDir));
  await record.close();
});

test('a full disk is named as the reason, and nothing acknowledged is lost', async () => {
  const dataDir = tempFolder();
  // No file may grow beyond 2 MB (in blocks of 512 bytes), of which the migrations take a part.
  const limited = ['-c', 'ulimit -f 4096; exec "$@"', 'sh', process.execPath, CHILD, dataDir];
  const writer = spawn('sh', limited, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [acknowledged, errors] = await Promise.all([text(writer.stdout), text(writer.stderr)]);
  expect(errors).toMatch(/RecordUnavailable: the record cannot be used now: (disk I\/O error|.* is full)/);
  const { record } = await openOrThrow(at(dataDir));
  const rooms = await Promise.all([0, 1, 2, 3, 4].map((room) => record.load(`rm_${room}`)));
  const stored = new Set(rooms.flatMap((events) => events.map(({ commandId }) => commandId)));
  const lines = acknowledged.trim().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => !stored.has(line.split(' ')[1] ?? ''))).toEqual([]);
  await record.close();
});

/** Another program that has opened the record and locked it for writing. */
function lockedFromOutside(dataDir: string): { letGo(): void } {
  const outside = new Libsql(join(dataDir, 'hotseat.sqlite'), { timeout: 0 });
  outside.exec('begin immediate');
  return {
    letGo: () => {
      outside.exec('rollback');
      outside.close();
    },
  };
}

test('another program’s lock makes writes unavailable until it is released, and delays no reader', async () => {
  const dataDir = tempFolder();
  const { record } = await openOrThrow(at(dataDir));
  await record.append(appendOf('command-1', 0, 'a'));
  const lock = lockedFromOutside(dataDir);
  const order: string[] = [];
  const written = record.append(appendOf('command-2', 1, 'b')).catch((error: unknown) => {
    order.push('written');
    return error;
  });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(await record.load('rm_1')).toHaveLength(1);
  order.push('read');
  expect(await written).toBeInstanceOf(RecordUnavailable);
  expect(order).toEqual(['read', 'written']);
  lock.letGo();
  // These statements differ from the ones before, so that no failed statement runs again.
  expect(await record.append(appendOf('command-3', 1, 'c', 'd', 'e'))).toEqual({ ok: true });
  expect(await record.append(appendOf('command-2', 4, 'b'))).toEqual({ ok: true });
  await record.close();
});

test('a write outside a transaction waits for a lock, and leaves nothing behind when it fails', async () => {
  const dataDir = tempFolder();
  const { record, db } = await openOrThrow(at(dataDir));
  const move = (name: string) => db.insertInto('moves').values({ name }).execute();
  const lock = lockedFromOutside(dataDir);
  await expect(move('never')).rejects.toThrow('locked');
  const waits = move('later');
  lock.letGo();
  await waits;
  expect(await record.append(appendOf('command-1', 0, 'a'))).toEqual({ ok: true });
  const names = await db.selectFrom('moves').select('name').where('name', 'in', ['never', 'later']).execute();
  expect(names).toEqual([{ name: 'later' }]);
  await record.close();
});

test('only its owner may read the record', async () => {
  const dataDir = join(tempFolder(), 'data');
  const { record } = await openOrThrow(at(dataDir));
  await record.append(appendOf('command-1', 0, 'a'));
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(dataDir).filter((name) => name.startsWith('hotseat.')))
    expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  await record.close();
});

/** The acknowledged appends of a child process, which is killed after this many; each calls `heard` with its number. */
async function acknowledgedUntilKilled(
  dataDir: string,
  last: number,
  heard?: (count: number) => void,
): Promise<string[]> {
  const writer = child(dataDir);
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    const count = acknowledged.push(line);
    heard?.(count);
    if (count === last) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(acknowledged.length).toBeGreaterThanOrEqual(last);
  return acknowledged;
}

/** Which of them are not in the record. */
async function lostOf(dataDir: string, acknowledged: string[]): Promise<string[]> {
  const { record } = await openOrThrow(at(dataDir));
  const stored = new Set<string>();
  for (let room = 0; room < 5; room += 1) {
    const events = await record.load(`rm_${room}`);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(events.length % 2).toBe(0);
    for (const { commandId } of events) stored.add(`rm_${room} ${commandId}`);
  }
  await record.close();
  return acknowledged.filter((line) => !stored.has(line));
}

test('nothing acknowledged is lost when the process is killed, three times over', async () => {
  const dataDir = tempFolder();
  for (let run = 0; run < 3; run += 1)
    expect(await lostOf(dataDir, await acknowledgedUntilKilled(dataDir, 100 + run * 37))).toEqual([]);
});

test('nothing is lost when another program reads the record of a running process', async () => {
  const dataDir = tempFolder();
  await (await openOrThrow(at(dataDir))).record.close();
  const look = `const file = new (require('libsql'))(process.argv[1]); file.exec('select 1 from events'); file.close();`;
  const acknowledged = await acknowledgedUntilKilled(dataDir, 300, (count) => {
    if (count !== 100) return;
    expect(spawnSync(process.execPath, ['-e', look, join(dataDir, 'hotseat.sqlite')]).status).toBe(0);
  });
  expect(await lostOf(dataDir, acknowledged)).toEqual([]);
});
