import { expect, test, vi } from 'vitest';
import { connects, openRoom, startServer, takesASeat } from '../testing/live-room';
import type { TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';
import { CONNECTIONS_EACH } from './connections';
import { USUAL_ALLOWANCES } from './request-limits';

/** Stops reading, like a laptop that went to sleep with an open connection. */
function stopsReading(client: TestClient): void {
  const transport: unknown = client.socket.io.engine.transport;
  const webSocket: unknown = Reflect.get(Object(transport), 'ws');
  const tcp: unknown = Reflect.get(Object(webSocket), '_socket');
  if (!tcp || typeof tcp !== 'object' || !('pause' in tcp) || typeof tcp.pause !== 'function')
    throw new Error('no TCP connection was found');
  tcp.pause();
}

test('a client that asks but does not read is disconnected, and the others go on', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  await takesASeat(server, roomId, 'pia', 'panelist');
  const hana = await connects(server, roomId, 'hana');
  const pia = await connects(server, roomId, 'pia');
  stopsReading(pia);
  const connected = () => server.transport.io.sockets.sockets.size;
  expect(connected()).toBe(2);
  await vi.waitFor(() => {
    for (let asked = 0; asked < 200; asked += 1) pia.socket.emit('sync', () => {});
    expect(connected()).toBe(1);
  }, SOON);
  expect(await hana.sends({ type: 'RaiseHand', raised: true })).toEqual({ ok: true });
});

test('one person has at most eight connections to a room, and the oldest is told why it ends', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const first = await connects(server, roomId, 'hana');
  for (let more = 1; more < CONNECTIONS_EACH; more += 1) await connects(server, roomId, 'hana');
  expect(first.socket.connected).toBe(true);
  const newest = await connects(server, roomId, 'hana');
  await first.isCut();
  expect(first.framesOf('out')).toEqual([{ reason: 'too-many-windows' }]);
  expect(await newest.looks()).not.toBeNull();
  expect(server.transport.io.sockets.sockets.size).toBe(CONNECTIONS_EACH);
});

test('endless role changes are rejected before anything is sent', async () => {
  const server = await startServer({ allowances: USUAL_ALLOWANCES });
  const roomId = await openRoom(server);
  await takesASeat(server, roomId, 'pia', 'panelist');
  const hana = await connects(server, roomId, 'hana');
  const pia = await connects(server, roomId, 'pia');
  const memberId = (await pia.looks())?.mine.memberId ?? '';
  const { points } = USUAL_ALLOWANCES.membership;
  const changes = Array.from({ length: points + 3 }, (_, turn) =>
    hana.sends({ type: 'ChangeRole', memberId, role: turn % 2 === 0 ? 'observer' : 'panelist' }),
  );
  const answers = await Promise.all(changes);
  expect(answers.filter((answer) => !answer.ok && answer.code === 'slow-down')).toHaveLength(3);
});
