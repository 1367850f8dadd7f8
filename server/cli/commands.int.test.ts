import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { COMMANDS, commandOptions, ROOT } from './bundle';

/** Where packages are found and sources are not, as in the image. */
const image = mkdtempSync(join(ROOT, 'node_modules', 'image-'));
const dist = join(image, 'dist');
beforeAll(() => build(commandOptions(dist)));
afterAll(() => rmSync(image, { recursive: true }));

const ARGUMENTS: Record<(typeof COMMANDS)[number], string[]> = {
  admin: ['people', '--json'],
  backup: ['backup'],
  move: [],
  rebuild: [],
};
const ANSWERS: Record<(typeof COMMANDS)[number], string> = {
  admin: '[]',
  backup: 'Name one folder: npm run backup -- FOLDER',
  move: 'Usage: npm run move -- --to postgresql://user:password@host:5432/database',
  rebuild: 'Rebuilt the read models of 0 rooms.',
};

test.each(COMMANDS)('%s works where only the build is', (name) => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(dist, `${name}.mjs`), ...ARGUMENTS[name]], {
    cwd: tempFolder(),
    encoding: 'utf8',
    env: { NODE_ENV: 'production', PATH: process.env.PATH, DATA_DIR: tempFolder() },
  });
  expect((stdout + stderr).trim()).toBe(ANSWERS[name]);
});
