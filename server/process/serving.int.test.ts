import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { build } from '../cli/build';
import { mismatch } from '../testing/described';
import { startPostgres } from '../testing/postgres';
import { asksAsGuest, entersAsGuest, serve, server, stopped } from '../testing/served';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

const npmStart = (dataDir: string) => serve('npm', ['start'], { DATA_DIR: dataDir });

test('npm start serves, and SIGTERM to npm stops it cleanly', async () => {
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
  expect(await stopped(again, () => again.program.kill('SIGTERM'))).toBe(0);
});

test('Ctrl-C in a terminal stops npm start cleanly', async () => {
  const running = await npmStart(tempFolder());
  expect(await stopped(running, () => running.program.killGroup('SIGINT'))).toBe(0);
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

test('every page runs only its own scripts, sends no referrer, and cannot be framed', async () => {
  const running = await server({ DATA_DIR: tempFolder() });
  const nonces = new Set<string>();
  for (const path of ['/', '/no-such-page']) {
    const page = await fetch(running.url + path, { headers: { 'x-nonce': 'mine' } });
    const policy = page.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
    const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ${running.url.replace('http', 'ws')};`);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
  // Socket.IO's own path is answered once, by long polling too where one process serves; a stranger's request is no error of ours.
  expect((await fetch(`${running.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(200);
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
  expect((await running.program.ended).stderr).not.toContain('a request failed');
});

test('a WebSocket that nobody handles is closed, and the room’s is not', async () => {
  const running = await server({ DATA_DIR: tempFolder() });
  const { port } = new URL(running.url);
  const answerAt = async (path: string) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    const lines = ['GET', path, 'HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n'];
    socket.write(
      `${lines.join(' ')}sec-websocket-version: 13\r\nsec-websocket-key: ${'a'.repeat(22)}==\r\n\r\n`,
    );
    const [first] = await once(socket, 'data');
    if (!socket.readableEnded && path === '/elsewhere') await once(socket, 'end');
    socket.destroy();
    return String(first).split('\r\n')[0];
  };
  expect(await answerAt('/elsewhere')).toBe('HTTP/1.1 404 Not Found');
  expect(await answerAt('/socket.io/?EIO=4&transport=websocket')).toBe('HTTP/1.1 101 Switching Protocols');
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
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

test('the routes answer as /api/openapi describes them', async () => {
  const running = await server({ DATA_DIR: tempFolder() });
  const { url } = running;
  const described = await (await fetch(`${url}/api/openapi`)).json();
  const cookie = await entersAsGuest(url);
  const wrong: string[] = [];
  const asked = new Set<string>();
  /** Asks `route` with these values in its path and query; its answer's `value`, if it has one. */
  const ask = async (route: string, fill: Record<string, string> = {}, body?: unknown, as = cookie) => {
    const [method = '', path = ''] = route.split(' ');
    const { query = '', ...names } = fill;
    const filled = Object.entries(names).reduce(
      (now, [name, value]) => now.replace(`{${name}}`, value),
      path,
    );
    const text = typeof body === 'string';
    const response = await fetch(url + filled + query, {
      method,
      headers: { origin: url, cookie: as, 'content-type': text ? 'text/markdown' : 'application/json' },
      ...(body !== undefined && { body: text ? body : JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    const answer = { status: response.status, type, body: await response.text() };
    const problem = mismatch(described, route, answer);
    if (problem) wrong.push(problem);
    if (response.status === 200) asked.add(route);
    return type.startsWith('application/json') ? JSON.parse(answer.body).value : answer.body;
  };
  const pack = { packId: 'software-engineer' };
  const slots = { groupIds: null, minutes: 20, targetSeconds: null };
  const agenda = { ...slots, level: null, exercise: true, newFirst: true };
  await ask('GET /api/openapi');
  await ask('POST /api/account/name', {}, { name: 'Ada' });
  await ask('GET /api/account/sessions');
  await ask('GET /api/account/sign-out-address');
  await ask('GET /api/packs/{packId}/outline', pack);
  await ask('POST /api/packs/{packId}/suggestion', pack, agenda);
  await ask('POST /api/packs/{packId}/slot-suggestion', pack, slots);
  const people = { slots: [{ groupId: null }], people: 3, seen: [], targetSeconds: null, level: null };
  await ask('POST /api/packs/{packId}/forecast', pack, people);
  const source: string = await ask('GET /api/packs/{packId}/source', pack);
  await ask('POST /api/packs/read', {}, source);
  await ask('POST /api/packs/tidy', {}, source);
  await ask('POST /api/packs/convert/file', { query: '?name=a.csv' }, 'Question,Answer\nWhy?,So.\n');
  await ask('POST /api/packs/convert/paste', {}, { html: null, text: '- Why?\n' });
  const kept = await ask('POST /api/packs', {}, source);
  await ask('PUT /api/packs/{packId}', { packId: kept.id, query: '?seen=1' }, `${source}\n`);
  await ask('POST /api/packs/{packId}/duplicate', { packId: kept.id });
  await ask('POST /api/packs/{packId}/link', { packId: kept.id });
  await ask('GET /api/packs/{packId}/link', { packId: kept.id });
  await ask('DELETE /api/packs/{packId}/link', { packId: kept.id });
  await ask('DELETE /api/packs/{packId}', { packId: kept.id });
  await ask('POST /api/packs/{packId}/put-back', { packId: kept.id });
  await ask('GET /api/packs');
  const room = await ask('POST /api/rooms', {}, { ...testSettings('led', { agenda: [] }), ...pack });
  const [link] = await ask('GET /api/rooms/{roomId}/invites', room);
  await ask('POST /api/rooms/{roomId}/invites', room, { role: 'panelist', hours: 2 });
  await ask('DELETE /api/rooms/{roomId}/invites/{inviteId}', { ...room, ...link });
  await ask('GET /api/rooms/{roomId}/forecast', room);
  await ask('GET /api/rooms/{roomId}/warm-up', room);
  await ask('POST /api/rooms/{roomId}/return-link', room, { renew: false });
  await ask('POST /api/practice', {}, { ...pack, questions: 2, targetSeconds: null });
  const tryOut = await ask('POST /api/try-outs', {}, { seat: 'panel' });
  await ask('GET /api/try-outs/{roomId}/spoken', tryOut);
  await ask('GET /api/practice/{roomId}/opinion', tryOut);
  await ask('GET /api/sample/replay');
  await ask('GET /api/scorecards', { query: '?form=json' });
  await ask('GET /api/scorecards', { query: '?form=csv' });
  await ask('GET /api/scorecards/schema');
  // What is rejected, too.
  await ask('POST /api/rooms', {}, { nonsense: true });
  await ask('POST /api/rooms/join', {}, { token: 'abcd-efgh-jkmn', name: 'Ada' });
  await ask('GET /api/replays/{roomId}/{roundId}', { ...room, roundId: 'r1' });
  await ask('GET /api/packs', {}, undefined, '');
  await ask('POST /api/account/sign-out-everywhere');
  expect(wrong).toEqual([]);
  expect(asked.size).toBeGreaterThan(32);
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
}, 180_000);

const ROOM = { packId: 'none', ...testSettings('led') };

async function guestAnswer(url: string): Promise<string> {
  return (await (await asksAsGuest(url)).json()).url;
}
