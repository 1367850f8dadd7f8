import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
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
  const read = readEnvironment(written);
  expect(read).toMatchObject({
    ok: true,
    values: { HOTSEAT_TEST_HERE: 'machine', HOTSEAT_TEST_THERE: 'a b' },
  });
});

test('no file is no problem', () => {
  expect(readEnvironment(file())).toMatchObject({ ok: true });
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
  expect(readEnvironment(path)).toEqual({ ok: false, problem: expect.stringContaining(`${path} ${words}`) });
});
