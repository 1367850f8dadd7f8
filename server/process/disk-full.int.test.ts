import { execFileSync } from 'node:child_process';
import { io } from 'socket.io-client';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { build } from '../cli/build';
import type { Command } from '../protocol/commands';
import type { Ack, FullFrame } from '../protocol/wire';
import { PROTOCOL_VERSION } from '../protocol/words';
import { entersAsGuest, server, stopped } from '../testing/served';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 300_000);

test('when the disk is full people stay connected, are told, and go on once there is space', async () => {
  const running = await server({ DATA_DIR: tempFolder() });
  const { url, program } = running;
  const cookie = await entersAsGuest(url);
  const headers = { origin: url, cookie, 'content-type': 'application/json' };
  const opens = async () => {
    const body = JSON.stringify({ packId: 'software-engineer', ...testSettings('led', { agenda: [] }) });
    const response = await fetch(`${url}/api/rooms`, { method: 'POST', headers, body });
    return { status: response.status, said: await response.json() };
  };
  const { roomId } = (await opens()).said.value;
  const connects = async () => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { roomId, version: PROTOCOL_VERSION },
      extraHeaders: { cookie },
    });
    onTestFinished(() => void socket.disconnect());
    const { view } = await new Promise<FullFrame>((resolve) => socket.once('full', resolve));
    return { socket, view };
  };
  const { socket } = await connects();
  const sends = (title: string): Promise<Ack> => {
    const command: Command = { type: 'ChangeSettings', settings: { title } };
    return socket.emitWithAck('command', { commandId: `names-it-${title}`, command });
  };
  expect(await sends('before')).toEqual({ ok: true });

  // No file may grow beyond this many bytes.
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(program.pid), `--fsize=${bytes}:`]);
  limit('4096');
  const reference = expect.stringMatching(/^[0-9a-f]{8}$/);
  await vi.waitFor(
    async () => expect(await sends('meanwhile')).toMatchObject({ ok: false, code: 'unavailable', reference }),
    SOON,
  );
  expect(await opens()).toMatchObject({
    status: 503,
    said: { ok: false, code: 'unavailable', message: expect.stringMatching(/Reference [0-9a-f]{8}/) },
  });
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(503), SOON);
  // Nobody else has it: people should hear it from here, and what there is can be read.
  expect((await fetch(`${url}/servable`)).status).toBe(200);
  expect(socket.connected).toBe(true);
  expect((await connects()).view.room).toMatchObject({ title: 'before' });

  limit('unlimited');
  await vi.waitFor(async () => expect(await sends('meanwhile')).toEqual({ ok: true }), SOON);
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), SOON);
  expect((await connects()).view.room).toMatchObject({ title: 'meanwhile' });
  expect(await stopped(running, () => program.kill('SIGTERM'))).toBe(0);
  const { stderr } = await program.ended;
  expect(stderr).toMatch(/"state":"record-gone".*(disk I\/O error|full)/);
  expect(stderr).toContain('"state":"record-back"');
}, 120_000);
