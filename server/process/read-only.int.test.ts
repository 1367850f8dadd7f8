import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../cli/build';
import { ROOT } from '../cli/bundle';
import { simulate } from '../simulate/simulation';
import { startProgram } from '../testing/program';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

/** The server with these folders unwritable even for root, as `read_only` makes a container's. Needs Linux. */
function startOn(readOnly: readonly string[], dataDir: string) {
  const lock = readOnly
    .map((folder) => `mount --bind '${folder}' '${folder}' && mount -o remount,bind,ro '${folder}'`)
    .join(' && ');
  const script = `${lock} && cd '${ROOT}' && exec '${process.execPath}' dist/server.mjs`;
  const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir };
  return startProgram('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script], env, ROOT);
}

test('on a disk that is read-only but for the data a round is played', async () => {
  const program = startOn([ROOT], tempFolder());
  const [, url = ''] = await program.says(/Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/);
  const page = await fetch(url);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Hotseat')]);
  const { findings } = await simulate({ url, rooms: 1, panelists: 1, seed: 1 });
  expect(Object.values(findings).flat()).toEqual([]);
  // It would write smaller pictures to the disk, and their addresses to the log.
  const picture = await fetch(`${url}/_next/image?url=${encodeURIComponent('/a\nforged line')}&w=64&q=75`);
  expect(picture.status).toBeGreaterThanOrEqual(400);
  program.kill('SIGTERM');
  const { code, stdout, stderr } = await program.ended;
  expect(code).toBe(0);
  expect(stdout + stderr).not.toMatch(/EROFS|read-only|forged line/);
}, 120_000);

test('on a disk that is read-only with the data, the server says why in one line', async () => {
  const dataDir = join(tempFolder(), 'data');
  mkdirSync(dataDir);
  const { code, stdout, stderr } = await startOn([dataDir], dataDir).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Hotseat cannot start\. The folder \S+ cannot be written: [^\n]+DATA_DIR\.\n$/);
}, 120_000);
