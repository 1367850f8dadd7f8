import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { build } from '../cli/build';
import { startPostgres } from '../testing/postgres';
import { asksAsGuest, entersAsGuest, serve, server, stopped } from '../testing/served';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

const npmStart = (dataDir: string) => serve('npm', ['start'], { DATA_DIR: dataDir });

test('npm start serves, SIGTERM to npm stops it cleanly, and so does Ctrl-C in a terminal after it has started again', async () => {
  const dataDir = tempFolder();
  const running = await npmStart(dataDir);
  const { url, program } = running;
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ up: true });
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ ready: true, record: true, pages: true, draining: false });
  const page = await fetch(url);
  expect(page.status).toBe(200);
  // Longer than a balancer keeps an idle connection.
  expect(page.headers.get('keep-alive')).toBe('timeout=130');
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  const secret = readFileSync(join(dataDir, 'auth-secret'), 'utf8');

  expect(await stopped(running, () => program.kill('SIGTERM'))).toBe(0);
  await expect(fetch(url)).rejects.toThrow('fetch failed');

  // The folder was released, and the secret was kept.
  const again = await npmStart(dataDir);
  expect(readFileSync(join(dataDir, 'auth-secret'), 'utf8')).toBe(secret);
  expect(await stopped(again, () => again.program.killGroup('SIGINT'))).toBe(0);
});

test('open connections do not keep it from stopping', async () => {
  const running = await server({ DATA_DIR: tempFolder() });
  const { hostname, port } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  const cut = new Promise((resolve) => socket.once('close', resolve));
  socket.write('GET /api/auth/session HTTP/1.1\r\nHost: localhost\r\n');
  await fetch(`${running.url}/healthz`);
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
  await cut;
});

test('the server ends when its parent process is killed', async () => {
  const args = ['--import', 'tsx', 'server/cli/start.ts'];
  const { url, program } = await serve(process.execPath, args, { DATA_DIR: tempFolder() });
  program.kill('SIGKILL');
  // The server keeps the output open until it ends.
  await program.ended;
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('it announces that it will stop, still serves for the configured time, and then stops', async () => {
  const running = await server({ DATA_DIR: tempFolder(), DRAIN_SECONDS: '2' });
  const { url, program } = running;
  const asked = performance.now();
  program.kill('SIGTERM');
  await vi.waitFor(async () => {
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, draining: true });
    expect((await fetch(`${url}/servable`)).status).toBe(503);
  }, SOON);
  // Clients that do not know yet are served as before.
  expect((await fetch(url)).status).toBe(200);
  const { code, stderr } = await program.ended;
  expect(code).toBe(0);
  expect(performance.now() - asked).toBeGreaterThan(2_000);
  const said = stderr.split('\n').flatMap((line) => /"msg":"([^"]+)"/.exec(line)?.[1] ?? []);
  expect(said).toEqual([
    'draining: /servable and /readyz say no',
    'stopping: nothing more is taken',
    'stopped',
  ]);
});

test('a second signal ends the announcement at once, and says so by its exit code', async () => {
  const { program } = await server({ DATA_DIR: tempFolder(), DRAIN_SECONDS: '300' });
  program.kill('SIGTERM');
  await vi.waitFor(() => {
    program.kill('SIGTERM');
    expect(program.hasEnded()).toBe(true);
  }, SOON);
  expect((await program.ended).code).toBe(1);
});

test('it is up but not ready while the record does not answer', async () => {
  const postgres = await startPostgres();
  const AUTH_SECRET = 'a secret of this test, long enough';
  const running = await server({
    DATA_DIR: tempFolder(),
    AUTH_SECRET,
    DATABASE_URL: await postgres.database(),
  });
  const { url } = running;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const cookie = await entersAsGuest(url);
  const post = (path: string, body: unknown) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify(body),
    });
  await postgres.stop();
  const references: string[] = [];
  for (const [path, body] of [
    ['/api/rooms', ROOM],
    ['/api/rooms/join', { token: 'abcd-efgh-jkmn', name: 'Ada' }],
    ['/api/account/name', { name: 'Ada' }],
  ] as const) {
    const response = await post(path, body);
    expect(response.status).toBe(503);
    const said = await response.json();
    expect(said).toEqual({ ok: false, code: 'unavailable', message: expect.stringContaining('Nothing you') });
    references.push(/Reference ([0-9a-f]{8})\./.exec(said.message)?.[1] ?? 'none');
  }
  const rejected = await guestAnswer(url);
  expect(rejected).toMatch(/[?]error=Unavailable\.[0-9a-f]{8}$/);
  references.push(rejected.slice(-8));
  // It tries the record once a second at most.
  const ready = () => fetch(`${running.url}/readyz`);
  await expect.poll(async () => (await ready()).status).toBe(503);
  expect(await (await ready()).json()).toMatchObject({ ready: false, record: false, pages: true });
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
  const { stderr } = await running.program.ended;
  for (const reference of references)
    expect(stderr).toMatch(new RegExp(`^.*ECONNREFUSED.*${reference}.*$`, 'm'));
  expect(stderr).toContain('the record does not work: nothing can be saved');
});

const ROOM = { packId: 'none', ...testSettings('led') };

async function guestAnswer(url: string): Promise<string> {
  return (await (await asksAsGuest(url)).json()).url;
}
