import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../cli/build';
import { mismatch } from '../testing/described';
import { entersAsGuest, type Running, server, stopped } from '../testing/served';
import { testSettings } from '../testing/stories';

const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-serving-'));
let running: Running;
let end = () => {};
beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  running = await server({ DATA_DIR: dataDir }, (kill) => {
    end = kill;
  });
}, 300_000);
afterAll(() => {
  end();
  rmSync(dataDir, { recursive: true, force: true });
});

test('every page runs only its own scripts, sends no referrer, and cannot be framed', async () => {
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
});

test('a WebSocket that nobody handles is closed, and the room’s is not', async () => {
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
});

test('the routes answer as /api/openapi describes them', async () => {
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
}, 180_000);

test('it stops cleanly, and no request was an error of ours', async () => {
  expect(await stopped(running, () => running.program.kill('SIGTERM'))).toBe(0);
  expect((await running.program.ended).stderr).not.toContain('a request failed');
});
