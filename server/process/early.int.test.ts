import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { build } from '../cli/build';
import { ROOT } from '../cli/bundle';
import { freePort } from '../testing/free-port';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { startProgram } from '../testing/program';
import { server, stopped } from '../testing/served';
import { SOON } from '../testing/soon';
import { tempFolder } from '../testing/temp-folder';

let postgres: TestPostgres;
beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  postgres = await startPostgres();
}, 300_000);
afterAll(() => postgres?.stop());

const AUTH_SECRET = 'a secret of this test, long enough';

/** The first line of what a WebSocket is answered. */
async function upgrades(port: number): Promise<string | undefined> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n',
  );
  return (await text(socket)).split('\r\n')[0];
}

test('a start that migrates for long says that it is up, that it cannot serve yet, and why', async () => {
  const databaseUrl = await postgres.tables();
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  onTestFinished(() => database.end());
  // The record of an earlier version, and a back-up of it that takes a while.
  await database.query('drop table built_files; alter table code_snapshots drop column bytes');
  await database.query(
    "delete from kysely_migration where name in ('0033-bytes-of-texts', '0038-built-files')",
  );
  await database.query('begin; lock table code_snapshots in access share mode');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: tempFolder(),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET,
  };
  const program = startProgram(process.execPath, ['dist/server.mjs'], env, ROOT);
  const ask = async (path: string) => {
    const response = await fetch(url + path);
    return {
      status: response.status,
      body: await response.text(),
      again: response.headers.get('retry-after'),
    };
  };
  await vi.waitFor(
    async () =>
      expect(await ask('/readyz')).toMatchObject({
        status: 503,
        body: '{"ready":false,"preparing":"waiting until another process has brought the tables up to date, or until a table is free"}',
      }),
    SOON,
  );
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: '{"up":true}' });
  expect(await ask('/servable')).toMatchObject({ status: 503, body: '{"servable":false}' });
  for (const path of ['/', '/api/rooms', '/socket.io/?EIO=4&transport=polling'])
    expect(await ask(path)).toEqual({
      status: 503,
      body: 'Hotseat is starting. Try again in a moment.\n',
      again: '1',
    });
  expect(await upgrades(port)).toBe('HTTP/1.1 503 Service Unavailable');

  await database.query('commit');
  await program.says(/Hotseat is ready/);
  expect(await ask('/readyz')).toMatchObject({ status: 200 });
  expect((await ask('/')).status).toBe(200);
  program.kill('SIGTERM');
  const { code, stderr } = await program.ended;
  expect(code).toBe(0);
  expect(stderr).toContain('"state":"migrating"');
});

test('files of another build are served to its pages, and nothing else that this one has not got', async () => {
  const databaseUrl = await postgres.tables();
  const running = await server({ DATA_DIR: tempFolder(), DATABASE_URL: databaseUrl, AUTH_SECRET });
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  onTestFinished(() => database.end());
  const { rows } = await database.query('select path, body from built_files');
  // Every file that its page asks for is there for processes of other builds.
  const kept = new Set(rows.map(({ path }) => `/_next/static/${path}`));
  const page = await (await fetch(running.url)).text();
  const asked = [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/g)].map(([, path]) => path);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((path) => !kept.has(path ?? ''))).toEqual([]);

  const script = rows.find(({ path }) => path.endsWith('.js'));
  await database.query("insert into built_files values ('chunks/of-another.js', $1, 1)", [script?.body]);
  const ask = (path: string) => fetch(`${running.url}/_next/static/${path}`);
  await vi.waitFor(async () => expect((await ask('chunks/of-another.js')).status).toBe(200), SOON);
  const [here, there] = await Promise.all([ask(script?.path), ask('chunks/of-another.js')]);
  expect(await there.text()).toBe(await here.text());
  for (const name of ['cache-control', 'content-type', 'x-content-type-options'])
    expect(there.headers.get(name)).toBe(here.headers.get(name));
  for (const path of ['chunks/of-nobody.js', '../BUILD_ID', 'chunks/..%2f..%2fBUILD_ID'])
    expect((await ask(path)).status).toBe(404);
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
});
