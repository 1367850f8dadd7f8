import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SCORECARD_FILE, SCORECARD_FILE_VERSION } from '../protocol/scorecard-file';
import { scorecardFor } from '../review/scorecard';
import { createSigner } from '../review/signing';
import { interview, roomAfter } from '../testing/interview';
import { lena, ROUND } from '../testing/interview-script';
import { tempFolder } from '../testing/temp-folder';

const root = resolve(import.meta.dirname, '../..');
const secret = 'a secret of this test, long enough to be one';
const issuer = 'http://localhost:3000';

/** The check of a file by the server whose key signed it, at its usual address. */
function check(file: string) {
  const words = ['--import', 'tsx', 'server/cli/scorecard.ts', 'check', file, '--json'];
  const env = { ...process.env, AUTH_SECRET: secret, PORT: '3000' };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env });
  return { status, stderr, found: stdout === '' ? null : JSON.parse(stdout) };
}

async function signed() {
  const scorecard = scorecardFor(roomAfter(interview()), ROUND, lena);
  if (!scorecard) throw new Error('not entitled');
  return createSigner(secret, issuer).sign({ issuer, issuedAt: 1, scorecard });
}

function fileOf(...rounds: unknown[]): string {
  const file = join(tempFolder(), 'scorecards.json');
  writeFileSync(file, JSON.stringify({ format: SCORECARD_FILE, version: SCORECARD_FILE_VERSION, rounds }));
  return file;
}

test('an unchanged file is verified', async () => {
  const entry = await signed();
  expect(check(fileOf(entry, entry))).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'verified', rounds: 2, problems: [] },
  });
});

test('a file with a changed rating is not ok, and the output says which round it is', async () => {
  const entry = await signed();
  const { scorecard } = entry;
  const changed = { ...entry, scorecard: { ...scorecard, self: scorecard.self === 5 ? 4 : 5 } };
  expect(check(fileOf(entry, changed))).toMatchObject({
    status: 1,
    found: { ok: false, signature: 'changed', rounds: 2, problems: [expect.stringContaining('Round 2')] },
  });
});

test('a file without a signature can be read, but nobody vouches for it', async () => {
  const entry = await signed();
  expect(check(fileOf({ ...entry, proof: null }))).toMatchObject({
    status: 0,
    found: { ok: true, signature: 'unknown', rounds: 1, problems: ['Round 1 is not signed.'] },
  });
});

test('a file without scorecards is not ok, and a missing file gives one line', () => {
  expect(check(join(root, 'package.json'))).toMatchObject({ status: 1, found: { ok: false, rounds: 0 } });
  const { status, stderr } = check(join(root, 'nowhere.json'));
  expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
});
