import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ENGINE_PATH } from '../protocol/engines';
import { tempFolder } from '../testing/temp-folder';
import { openEngineFiles } from './engine-files';

test('the files of the engines are there by their names, and nothing else is', async () => {
  const made = tempFolder();
  writeFileSync(join(made, 'python.js'), 'a script');
  writeFileSync(join(made, 'secret.txt'), 'not an engine');
  const files = openEngineFiles(made);
  const text = async (name: string) => {
    const file = await files(`${ENGINE_PATH}${name}`);
    return file && { type: file.type, text: gunzipSync(file.gzipped).toString() };
  };
  expect(await text('python.js')).toEqual({ type: 'text/javascript; charset=utf-8', text: 'a script' });
  expect(await text('pyodide-lock.json')).toMatchObject({ type: 'application/json' });
  for (const name of ['secret.txt', '../package.json', 'pyodide.mjs', ''])
    expect(await text(name)).toBeNull();
  expect(await files('/elsewhere/python.js')).toBeNull();
  const [first, again] = [await files(`${ENGINE_PATH}python.js`), await files(`${ENGINE_PATH}python.js`)];
  expect(again?.gzipped).toBe(first?.gzipped);
});

test('a file that was not there is looked for again', async () => {
  const made = tempFolder();
  const files = openEngineFiles(made);
  await expect(files(`${ENGINE_PATH}sql.js`)).rejects.toThrow('ENOENT');
  writeFileSync(join(made, 'sql.js'), 'made now');
  expect(await files(`${ENGINE_PATH}sql.js`)).not.toBeNull();
});
