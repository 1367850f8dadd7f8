import { expect, test } from 'vitest';
import { connects, joins, openRoom, startServer } from '../testing/live-room';
import { person } from '../testing/live-server';

test('a browser that was added to a seat is ended by its person, who goes on', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const pia = await joins(server, roomId, 'pia', 'panelist');
  const link = await server.rooms.returnLink(person('pia'), roomId, false);
  const token = link.ok ? (link.value.url.split('/').at(-1) ?? '') : '';
  // A guest who enters by it gets the seat's name.
  expect(await server.rooms.peekReturn(token)).toMatchObject({ value: { name: 'pia' } });
  expect(await server.rooms.peekReturn('NOSUCHTOKEN')).toMatchObject({ code: 'return-unknown' });
  expect(await server.rooms.followReturn(person('phone'), token)).toMatchObject({ ok: true });
  const phone = await connects(server, roomId, 'phone');
  expect((await phone.looks())?.mine.name).toBe('pia');

  const found = await server.rooms.devices(person('pia'), roomId);
  const [first, added] = found.ok ? found.value : [];
  expect([first, added]).toMatchObject([
    { at: null, current: true },
    { at: expect.any(Number), byHost: false, current: false },
  ]);
  for (const id of [first?.id ?? '', 'ffffffffffffffff'])
    expect(await server.rooms.endDevice(person('pia'), roomId, id)).toMatchObject({ code: 'not-found' });
  // The one that asks would lock itself out.
  expect(await server.rooms.endDevice(person('phone'), roomId, added?.id ?? '')).toMatchObject({
    code: 'not-found',
  });
  const cut = phone.isCut();
  expect(await server.rooms.endDevice(person('pia'), roomId, added?.id ?? '')).toMatchObject({
    value: [{ current: true }],
  });
  await cut;
  expect(phone.framesOf('out')).toEqual([{ reason: 'ended' }]);
  await expect(connects(server, roomId, 'phone')).rejects.toMatchObject({ data: { code: 'not-a-member' } });
  expect(await pia.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
});

test('a seat cannot be given while its person is connected, but to them once they are away', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  const pia = await joins(server, roomId, 'pia', 'panelist');
  const again = await joins(server, roomId, 'piatoo', 'panelist');
  const seatOf = (await pia.looks())?.mine.memberId ?? '';
  const memberId = (await again.looks())?.mine.memberId ?? '';
  const give = { type: 'GiveSeat', memberId, seatOf } as const;
  expect(await hana.sends(give)).toMatchObject({ code: 'seat-is-here' });
  pia.socket.disconnect();
  const cut = again.isCut();
  await expect.poll(() => hana.sends(give)).toEqual({ ok: true });
  await cut;
  expect(again.framesOf('out')).toEqual([{ reason: 'moved' }]);
  const back = await connects(server, roomId, 'piatoo');
  expect((await back.looks())?.mine).toMatchObject({ name: 'pia', givenAt: expect.any(Number) });
});
