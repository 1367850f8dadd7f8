import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SETTING_NAMES } from '../config';
import { tempFolder } from '../testing/temp-folder';
import { readEnvironment } from './environment';

const NAMES = ['HOTSEAT_TEST_HERE', 'HOTSEAT_TEST_THERE'];
afterEach(() => {
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
});

const file = () => join(tempFolder(), '.env');

test('the machine’s own settings win over those of the file', () => {
  process.env.HOTSEAT_TEST_HERE = 'machine';
  const written = file();
  writeFileSync(written, '# ours\nHOTSEAT_TEST_HERE=file\nHOTSEAT_TEST_THERE="a b"\n');
  const read = readEnvironment(written, SETTING_NAMES);
  expect(read).toMatchObject({
    ok: true,
    values: { HOTSEAT_TEST_HERE: 'machine', HOTSEAT_TEST_THERE: 'a b' },
  });
});

test.each([
  ['PORT: 4704\n', 1],
  ['# ours\n\nHOST=0.0.0.0\nset PORT=1\n', 4],
  ['PORT = 1\nPORT\n', 2],
])('a line that would be ignored silently is reported: %o', (text, line) => {
  const path = file();
  writeFileSync(path, text);
  const problem = `${path}, line ${line}, is no setting. Write NAME=value, or # before a remark.`;
  expect(readEnvironment(path, SETTING_NAMES)).toEqual({ ok: false, problem });
});

test.each([
  'HOTSEAT_TEST_HERE=x\r\n\r\n# remark\r\n',
  'export HOTSEAT_TEST_HERE=x # remark\n',
  'HOTSEAT_TEST_HERE="two\nlines: of one"\nHOTSEAT_TEST_THERE=\n',
])('everything that a file may contain is read: %o', (text) => {
  const path = file();
  writeFileSync(path, text);
  expect(readEnvironment(path, SETTING_NAMES)).toMatchObject({ ok: true });
});

test('an empty variable of the machine does not hide the file’s value', () => {
  process.env.HOTSEAT_TEST_HERE = '';
  const path = file();
  writeFileSync(path, 'HOTSEAT_TEST_HERE=file\n');
  expect(readEnvironment(path, SETTING_NAMES)).toMatchObject({
    ok: true,
    values: { HOTSEAT_TEST_HERE: 'file' },
  });
});

test.each([
  ['PUBLIC_ULR', 'PUBLIC_URL'],
  ['TRUST_PROXIES', 'TRUST_PROXY'],
  ['DATABSE_URL', 'DATABASE_URL'],
])('a name that is almost a setting is reported: %s', (written, meant) => {
  const path = file();
  writeFileSync(path, `NEXT_TELEMETRY_DISABLED=1\n${written}=x\n`);
  const problem = `${path} sets ${written}, which is no setting. Write ${meant}.`;
  expect(readEnvironment(path, SETTING_NAMES)).toEqual({ ok: false, problem });
});

test('no file is no problem', () => {
  expect(readEnvironment(file(), SETTING_NAMES)).toMatchObject({ ok: true });
});

test.each([
  ['a folder', (path: string) => mkdirSync(path), 'is a folder. Write the settings into a file of that name'],
  [
    'text in another encoding',
    (path: string) => writeFileSync(path, Buffer.from('OIDC_NAME=Caf\xe9\n', 'latin1')),
    'is not text in UTF-8. Save it as such.',
  ],
])('%s is one line that says what to do', (_what, make, words) => {
  const path = file();
  make(path);
  expect(readEnvironment(path, SETTING_NAMES)).toEqual({
    ok: false,
    problem: expect.stringContaining(`${path} ${words}`),
  });
});
