import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENGINE_PATH, ENGINES } from '../protocol/engines';
import { simulate } from '../simulate/simulation';
import { assembleImage } from '../testing/image';
import { startProgram } from '../testing/program';
import { entersAsGuest } from '../testing/served';
import { build } from './build';

const folder = mkdtempSync(join(tmpdir(), 'hotseat-image-'));
const [app, data] = [join(folder, 'app'), join(folder, 'data')];
/** Without any right, if this user may give them up. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  assembleImage(app);
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(data, NOBODY, NOBODY);
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As the image's user starts it. */
function run(
  file: string,
  words: string[],
  env: Record<string, string>,
  atTheEnd?: (end: () => void) => void,
) {
  const node = [process.execPath, '--enable-source-maps', join('dist', file), ...words];
  const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const [command = '', ...args] = isRoot ? [...drop, ...node] : node;
  return startProgram(command, args, { NODE_ENV: 'production', DATA_DIR: data, ...env }, app, atTheEnd);
}

test('the image is lean', () => {
  const kilobytes = Number(execFileSync('du', ['-sk', app], { encoding: 'utf8' }).split('\t')[0]);
  expect(kilobytes / 1_024).toBeLessThan(389);
});

test('what is in the image is enough for pages, rounds, guides, code and commands, and it writes nothing beside its data', async () => {
  const program = run('server.mjs', [], { HOST: '127.0.0.1', PORT: '0' });
  const [, url = ''] = await program.says(/Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/);
  for (const path of ['/', '/sign-in', '/sample', '/readyz', '/api/openapi'])
    expect((await fetch(url + path)).status).toBe(200);
  const engines = [
    ...ENGINES.python.files,
    ...ENGINES.sql.files,
    ...Object.values(ENGINES).map((one) => one.script),
  ];
  for (const name of engines) expect((await fetch(url + ENGINE_PATH + name)).status).toBe(200);
  const cookie = await entersAsGuest(url);
  const post = (path: string, type: string, body: string) =>
    fetch(url + path, { method: 'POST', headers: { origin: url, cookie, 'content-type': type }, body });
  // Read by a worker.
  expect((await post('/api/packs/read', 'text/markdown', '# A guide\n\n## Why?\n')).status).toBe(200);
  expect(
    (await post('/api/packs/convert/file?name=a.csv', 'text/csv', 'Question,Answer\nWhy?,So.\n')).status,
  ).toBe(200);
  expect(
    (await post('/api/packs/convert/paste', 'application/json', '{"html":"<p>Why?</p>","text":""}')).status,
  ).toBe(200);
  const { findings } = await simulate({ url, rooms: 1, panelists: 1, seed: 5 });
  expect(findings).toEqual({
    lost: [],
    duplicated: [],
    diverged: [],
    leaks: [],
    textsDiverged: [],
    exports: [],
  });
  program.kill('SIGTERM');
  const { code, stderr } = await program.ended;
  expect(code).toBe(0);
  // Nothing could not be found, and nothing could not be written.
  expect(stderr).not.toMatch(/MODULE_NOT_FOUND|EACCES|EROFS|"level":(40|50)/);
  const people = run('admin.mjs', ['people', '--json'], {});
  expect(JSON.parse((await people.ended).stdout).length).toBeGreaterThan(1);
}, 180_000);
