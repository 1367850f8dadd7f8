import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { asking, connects, openRoom, startServer } from '../testing/live-room';

test('a request is answered no matter which arguments precede its acknowledgement', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  // Like a client that does not know our types.
  const socket: Socket = hana.socket;
  const asks = (event: string, ...args: unknown[]): Promise<unknown> => socket.emitWithAck(event, ...args);
  expect(await asks('sync', { since: 1 })).toMatchObject({ audience: 'host' });
  expect(await asks('sync', null, 2, 'three')).toMatchObject({ audience: 'host' });
  expect(await asks('time', {})).toEqual(expect.any(Number));
  expect(await asks('command')).toMatchObject({ code: 'bad-command' });
  const body = { commandId: 'ready-0001', command: { type: 'SetReady', ready: true } };
  expect(await asks('command', body, 'and more')).toEqual({ ok: true });
});

test('a person who leaves gets the answer before the connection ends, in every window', async () => {
  const server = await startServer();
  const { roomId, panel } = await asking(server, ['pia']);
  const other = await connects(server, roomId, 'pia');
  const [pia] = panel;
  const [sent, again] = await Promise.all([
    pia?.sends({ type: 'LeaveRoom' }),
    other.sends({ type: 'LeaveRoom' }),
  ]);
  expect([sent, again]).toEqual([{ ok: true }, { ok: true }]);
  await Promise.all([pia?.isCut(), other.isCut()]);
  expect(other.framesOf('out')).toEqual([{ reason: 'left' }]);
});
