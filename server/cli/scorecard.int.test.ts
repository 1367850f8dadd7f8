import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { text as textIn } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { SCORECARD_FILE, SCORECARD_FILE_VERSION } from '../protocol/scorecard-file';
import { scorecardFor } from '../review/scorecard';
import { createSigner, type Signer } from '../review/signing';
import { bundled } from '../testing/bundled';
import { interview, roomAfter } from '../testing/interview';
import { lena, ROUND } from '../testing/interview-script';
import { tempFolder } from '../testing/temp-folder';

const root = resolve(import.meta.dirname, '../..');
const secret = 'a secret of this test, long enough to be one';
const issuer = 'http://localhost:3000';

const bundle = await bundled('server/cli/scorecard.ts');
const SOURCES = ['--import', 'tsx', 'server/cli/scorecard.ts'];

/** The check of a file by the server whose key signed it, at its usual address. */
async function check(file: string, settings: Record<string, string> = {}, script = [bundle]) {
  const words = [...script, 'check', file, '--json'];
  const env = { ...process.env, AUTH_SECRET: secret, PORT: '3000', ...settings };
  const program = spawn(process.execPath, words, { cwd: root, env });
  const [stdout, stderr, [status]] = await Promise.all([
    textIn(program.stdout),
    textIn(program.stderr),
    once(program, 'close'),
  ]);
  return { status, stderr, found: stdout === '' ? null : JSON.parse(stdout) };
}

async function signed(by = createSigner(secret, issuer)) {
  const scorecard = scorecardFor(roomAfter(interview()), ROUND, lena);
  if (!scorecard) throw new Error('not entitled');
  return by.sign({ issuer: by.issuer, issuedAt: 1, scorecard });
}

/** A server that publishes the key of this secret. */
async function publishing(earlier: string): Promise<Signer> {
  const keys = [await createSigner(earlier, '').publicKey()];
  const server = createServer((_, response) => void response.end(JSON.stringify({ keys })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return createSigner(earlier, `http://127.0.0.1:${address.port}`);
}

function fileOf(...rounds: unknown[]): string {
  const file = join(tempFolder(), 'scorecards.json');
  writeFileSync(file, JSON.stringify({ format: SCORECARD_FILE, version: SCORECARD_FILE_VERSION, rounds }));
  return file;
}

test('an unchanged file is verified, by the program as people run it', async () => {
  const entry = await signed();
  expect(await check(fileOf(entry, entry), {}, SOURCES)).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'verified', rounds: 2, problems: [] },
  });
});

test('a file with a changed rating is not ok, and the output says which round it is', async () => {
  const entry = await signed();
  const { scorecard } = entry;
  const changed = { ...entry, scorecard: { ...scorecard, self: scorecard.self === 5 ? 4 : 5 } };
  expect(await check(fileOf(entry, changed))).toMatchObject({
    status: 1,
    found: { ok: false, signature: 'changed', rounds: 2, problems: [expect.stringContaining('Round 2')] },
  });
});

test('a file without a signature can be read, but nobody vouches for it', async () => {
  const entry = await signed();
  expect(await check(fileOf({ ...entry, proof: null }))).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'unknown', rounds: 1, problems: [] },
  });
});

test('a key of an earlier secret of this server is verified by what the server publishes', async () => {
  const earlier = await publishing('an earlier secret of this server, long enough');
  const file = fileOf(await signed(earlier), await signed(createSigner(secret, earlier.issuer)));
  expect(await check(file, { PUBLIC_URL: earlier.issuer })).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'verified', rounds: 2, problems: [] },
  });
});

test('a file whose issuer disowns the key is not ok; one whose issuer does not answer is in doubt', async () => {
  const { issuer: there } = await publishing('the secret of another server, long enough');
  const forged = await signed(createSigner('a secret of a forger, long enough to be one', there));
  expect(await check(fileOf(forged))).toMatchObject({
    status: 1,
    found: {
      ok: false,
      signature: 'unknown',
      problems: [`${there} says that the key of round 1 is not its own.`],
    },
  });
  const silent = await signed(createSigner('a secret of nobody who answers here', 'http://127.0.0.1:9'));
  expect(await check(fileOf(silent))).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'unknown', problems: [] },
  });
});

test('a file without scorecards is not ok, and a missing file gives one line', async () => {
  expect(await check(join(root, 'package.json'))).toMatchObject({
    status: 1,
    found: { ok: false, rounds: 0 },
  });
  const { status, stderr } = await check(join(root, 'nowhere.json'));
  expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
});
