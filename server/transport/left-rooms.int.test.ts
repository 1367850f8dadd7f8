import { expect, test, vi } from 'vitest';
import { connects, joins, openRoom, startServer } from '../testing/live-room';
import { person } from '../testing/live-server';

test('a person who left finds their way back, and words of the end once the room is over', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  const pia = await joins(server, roomId, 'pia', 'panelist');
  const links = await server.rooms.invites(person('hana'), roomId);
  const invite = links.ok ? links.value.find(({ role }) => role === 'panelist') : undefined;
  const token = invite?.code ?? '';
  expect(await pia.sends({ type: 'LeaveRoom' })).toEqual({ ok: true });

  // Their old link leads to the room's page, even after the host has turned it off.
  await server.rooms.revokeInvite(person('hana'), roomId, invite?.inviteId ?? '');
  expect(await server.rooms.peek(person('pia'), token)).toMatchObject({ value: { memberOf: roomId } });
  expect(await server.rooms.membership(person('pia'), roomId)).toMatchObject({ status: 'left' });
  expect(await server.rooms.peek(person('stranger'), token)).toMatchObject({ code: 'invite-revoked' });

  expect(await hana.sends({ type: 'EndRoom' })).toEqual({ ok: true });
  expect(await server.rooms.peek(person('pia'), token)).toMatchObject({ code: 'room-ended' });
  expect(await server.rooms.membership(person('pia'), roomId)).toMatchObject({ status: 'over' });
  expect(await server.rooms.membership(person('stranger'), roomId)).toBeNull();
});

test('who is still waiting when the room ends is told that, and not that they were declined', async () => {
  const server = await startServer();
  const roomId = await openRoom(server, { waitingRoom: true });
  const hana = await connects(server, roomId, 'hana');
  const pia = await joins(server, roomId, 'pia', 'panelist');
  expect(await hana.sends({ type: 'EndRoom' })).toEqual({ ok: true });
  await vi.waitFor(() => expect(pia.framesOf('out')).toEqual([{ reason: 'over' }]));
});

test('a person who was removed is told so by the page of the room', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  await joins(server, roomId, 'pia', 'panelist');
  const memberId = (await server.rooms.membership(person('pia'), roomId))?.memberId ?? '';
  expect(await hana.sends({ type: 'RemoveMember', memberId })).toEqual({ ok: true });
  expect(await server.rooms.membership(person('pia'), roomId)).toMatchObject({ status: 'removed' });
});
