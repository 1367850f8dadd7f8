import { expect, test } from 'vitest';
import { connects, joins, openRoom, startServer, takesASeat } from '../testing/live-room';
import { type LiveServer, person } from '../testing/live-server';
import { tempFolder } from '../testing/temp-folder';

test('a browser that was added to a seat is ended by its person, who goes on', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const pia = await joins(server, roomId, 'pia', 'panelist');
  const link = await server.rooms.returnLink(person('pia'), roomId, false);
  const token = link.ok ? (link.value.url.split('/').at(-1) ?? '') : '';
  // A guest who enters by it gets the seat's name.
  const peeks = (name: string) => server.rooms.peekReturn(person(name), token);
  expect(await peeks('phone')).toMatchObject({ value: { name: 'pia', mine: false } });
  expect(await peeks('pia')).toMatchObject({ value: { name: 'pia', mine: true } });
  expect(await server.rooms.peekReturn(null, 'NOSUCHTOKEN')).toMatchObject({ code: 'return-unknown' });
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

test('a guest ends the borrowed browser in which they joined, from the one in which they went on', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const borrowed = await joins(server, roomId, 'pia', 'panelist');
  const link = await server.rooms.returnLink(person('pia'), roomId, false);
  await server.rooms.followReturn(person('phone'), link.ok ? (link.value.url.split('/').at(-1) ?? '') : '');
  const phone = await connects(server, roomId, 'phone');
  const found = await server.rooms.devices(person('phone'), roomId);
  const [first] = found.ok ? found.value : [];
  expect(first).toMatchObject({ at: null, current: false, mayEnd: true });
  const cut = borrowed.isCut();
  const left = await server.rooms.endDevice(person('phone'), roomId, first?.id ?? '');
  expect(left).toMatchObject({ value: [{ current: true, mayEnd: false }] });
  await cut;
  expect(borrowed.framesOf('out')).toEqual([{ reason: 'ended' }]);
  await expect(connects(server, roomId, 'pia')).rejects.toMatchObject({ data: { code: 'not-a-member' } });
  expect(await phone.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
});

test('an account with which somebody joined keeps its seat', async () => {
  const server = await startServer({ isGuest: async (id) => id !== person('pia').id });
  const roomId = await openRoom(server);
  await joins(server, roomId, 'pia', 'panelist');
  const link = await server.rooms.returnLink(person('pia'), roomId, false);
  await server.rooms.followReturn(person('phone'), link.ok ? (link.value.url.split('/').at(-1) ?? '') : '');
  const found = await server.rooms.devices(person('phone'), roomId);
  const [first] = found.ok ? found.value : [];
  expect(first).toMatchObject({ at: null, mayEnd: false });
  expect(await server.rooms.endDevice(person('phone'), roomId, first?.id ?? '')).toMatchObject({
    code: 'not-found',
  });
});

test('after the secret was replaced, looking at links shows those from before, which still work', async () => {
  const dataDir = tempFolder();
  const before = await startServer({ dataDir, secret: 'the first secret' });
  const roomId = await openRoom(before);
  await takesASeat(before, roomId, 'pia', 'panelist');
  const looks = async (server: LiveServer) => {
    const own = await server.rooms.returnLink(person('pia'), roomId, false);
    const links = await server.rooms.invites(person('hana'), roomId);
    const pathOf = (url: string | null) => url && new URL(url).pathname;
    return [own.ok && pathOf(own.value.url), ...(links.ok ? links.value.map(({ url }) => pathOf(url)) : [])];
  };
  const shown = await looks(before);
  expect(shown).not.toContain(null);
  await before.close();
  const after = await startServer({ dataDir, secret: 'another', formerSecrets: ['the first secret'] });
  expect(await looks(after)).toEqual(shown);
  const token = String(shown[0]).split('/').at(-1) ?? '';
  expect(await after.rooms.peekReturn(null, token)).toMatchObject({ value: { name: 'pia' } });
});

test('links lead to where the person who asks has opened the server, if it has no address of its own', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const at = 'http://192.168.1.5:3000';
  const own = await server.rooms.returnLink(person('hana'), roomId, false, at);
  expect(own).toMatchObject({
    value: { url: expect.stringMatching(/^http:\/\/192\.168\.1\.5:3000\/return\//) },
  });
  const links = await server.rooms.invites(person('hana'), roomId, at);
  expect(links.ok && links.value.map(({ url }) => new URL(url ?? '').origin)).toEqual([at, at, at]);
});
