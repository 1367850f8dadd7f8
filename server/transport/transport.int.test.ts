import { expect, test, vi } from 'vitest';
import { joinWish } from '../protocol/requests';
import { hostView, panelView } from '../protocol/views';
import { RecordUnavailable } from '../runtime/ports';
import { asking, connects, dials, joins, openRoom, startServer } from '../testing/live-room';
import { person, TestClient } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { createJoinLimit, JOINS_A_MINUTE, ROOMS_AN_HOUR } from './room-limit';

test('a pushed question reaches panel and candidate before its sender is answered', async () => {
  const server = await startServer();
  const { carl, panel } = await asking(server, ['pia']);
  await Promise.all([carl.looks(), panel[0]?.looks()]);
  expect(JSON.stringify(carl.frames)).toContain('Prompt of g1-q1?');
  expect(JSON.stringify(carl.frames)).not.toContain('canary');
  expect(JSON.stringify(panel[0]?.frames)).toContain('canary p1 of g1-q1');
});

test('an event is encoded once for each different audience, no matter how many people there are', async () => {
  for (const panelists of [['pia'], ['pia', 'paul', 'pete', 'pam', 'pim', 'pom']]) {
    const server = await startServer();
    const { hana, panel } = await asking(server, panelists);
    const before = new Map(server.transport.encodings);
    const since = (event: string) => (server.transport.encodings.get(event) ?? 0) - (before.get(event) ?? 0);
    await hana.sends({ type: 'AddTime', askId: 'a1', seconds: 60 });
    expect(since('view'), 'host and panel alike, and the candidate').toBe(2);
    expect(since('mine')).toBe(0);
    await panel[0]?.sends({ type: 'SubmitRating', askId: 'a1', value: 4 });
    expect(since('view'), 'host and panel see a count').toBe(3);
    expect(since('mine'), 'the rater sees the rating').toBe(1);
    await panel[0]?.sends({ type: 'MarkPoint', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard' });
    expect(since('view')).toBe(3);
    expect(since('mine')).toBe(2);
  }
});

test('for several windows of one person, their own part is encoded once, and so is the whole view of a new role', async () => {
  const server = await startServer();
  const { roomId, hana } = await asking(server, ['pia']);
  const windows = await Promise.all([1, 2, 3].map(() => connects(server, roomId, 'pia')));
  const before = new Map(server.transport.encodings);
  const since = (event: string) => (server.transport.encodings.get(event) ?? 0) - (before.get(event) ?? 0);
  await windows[0]?.sends({ type: 'MarkPoint', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard' });
  for (const window of windows) await window.looks();
  expect(since('mine')).toBe(1);
  for (const window of windows) expect(window.framesOf('patch')).toHaveLength(1);
  before.clear();
  for (const [event, count] of server.transport.encodings) before.set(event, count);
  const state = await server.runtime.state(roomId);
  const memberId = state?.members.find(({ name }) => name === 'pia')?.memberId ?? '';
  expect(await hana.sends({ type: 'HandOverHost', memberId })).toEqual({ ok: true });
  for (const window of windows) await window.looks();
  expect(since('whole mine'), 'hers and Hana’s').toBe(2);
});

test('a late tick sends a few hundred bytes to its author, and none to the others', async () => {
  const server = await startServer();
  const { hana, panel } = await asking(server, ['pia']);
  const [pia] = panel;
  for (let count = 0; count < 200; count += 1)
    await hana.sends({ type: 'SendMessage', roundId: 'r1', text: `message ${count}` });
  await Promise.all([hana.looks(), pia?.looks()]);
  const [ofHana, ofPia] = [hana.frames.length, pia?.frames.length ?? 0];
  await pia?.sends({ type: 'MarkPoint', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard' });
  await Promise.all([hana.looks(), pia?.looks()]);
  const news = (client: TestClient | undefined, from: number) =>
    (client?.frames ?? []).slice(from).filter(({ event }) => event !== 'head');
  expect(news(hana, ofHana)).toEqual([]);
  const [frame, ...more] = news(pia, ofPia);
  expect(more).toEqual([]);
  expect(JSON.stringify(frame).length).toBeLessThan(400);
});

test('the same command sent again has one effect', async () => {
  const server = await startServer();
  const { hana, panel } = await asking(server, ['pia']);
  const [pia] = panel;
  const message = { type: 'SendMessage', roundId: 'r1', text: 'Good so far' } as const;
  expect(await pia?.sends(message, 'the-same-id')).toEqual({ ok: true });
  expect(await pia?.sends(message, 'the-same-id')).toEqual({ ok: true });
  const view = panelView.parse((await pia?.looks())?.view);
  expect(Object.keys(view.channel.messages)).toHaveLength(1);
  expect(await hana.sends(message, 'the-same-id'), 'another person’s id is another command').toEqual({
    ok: true,
  });
  const { channel } = panelView.parse((await pia?.looks())?.view);
  expect(Object.keys(channel.messages)).toHaveLength(2);
});

test('a removed person is cut off at once and rejected afterwards, by the same link too', async () => {
  const server = await startServer();
  const { roomId, hana, panel } = await asking(server, ['pia']);
  const links = await server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find((link) => link.role === 'panelist')?.code : null;
  const pia = panel[0];
  const out = new Promise((resolve) => pia?.socket.once('out', resolve));
  const cut = new Promise((resolve) => pia?.socket.once('disconnect', resolve));
  const memberId = (await pia?.looks())?.mine.memberId ?? '';
  expect(await hana.sends({ type: 'RemoveMember', memberId })).toEqual({ ok: true });
  expect(await out).toEqual({ reason: 'removed' });
  await cut;
  const again = new TestClient(server.port, 'pia', roomId);
  await expect(again.arrives()).rejects.toMatchObject({ data: { code: 'removed' } });
  expect(await server.rooms.join(person('pia'), code ?? '', 'pia')).toMatchObject({ code: 'removed' });
  expect(await server.rooms.join(person('someone'), code ?? '', 'pia')).toMatchObject({
    code: 'invite-revoked',
  });
});

test('a person changes audience without reconnecting: a waiting person sees the room once they are let in', async () => {
  const server = await startServer();
  const roomId = await openRoom(server, { waitingRoom: true });
  const hana = await connects(server, roomId, 'hana');
  const pia = await joins(server, roomId, 'pia', 'panelist');
  const knocking = await pia.looks();
  expect(knocking?.audience).toBe('waiting');
  expect(JSON.stringify(pia.frames)).not.toContain('canary');
  const shown = new Promise<unknown>((resolve) => pia.socket.once('full', resolve));
  await hana.sends({ type: 'AdmitMember', memberId: knocking?.mine.memberId ?? '' });
  expect(await shown).toMatchObject({ audience: 'panelist' });
});

test('strangers, outdated tabs and foreign pages get no connection, and each is told why', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const rejected = async (client: TestClient) => client.arrives().catch((error: unknown) => error);
  expect(await rejected(new TestClient(server.port, 'mallory', roomId))).toMatchObject({
    data: { code: 'not-a-member' },
  });
  expect(await rejected(new TestClient(server.port, 'hana', roomId, { version: 0 }))).toMatchObject({
    data: { code: 'outdated' },
  });
  expect(await rejected(new TestClient(server.port, '', roomId))).toMatchObject({
    data: { code: 'signed-out' },
  });
  expect(await rejected(new TestClient(server.port, 'hana', 'rm_nothinghere'))).toMatchObject({
    data: { code: 'bad-handshake' },
  });
  const foreign = new TestClient(server.port, 'hana', roomId, { origin: 'https://elsewhere.example' });
  expect(await rejected(foreign)).toBeInstanceOf(Error);
  expect(foreign.frames).toEqual([]);
});

test('a malformed command is rejected, and the room is not affected', async () => {
  const server = await startServer();
  const { hana } = await asking(server, ['pia']);
  const garbage: unknown[] = [null, 7, 'x', {}, { commandId: 'x', command: {} }, { commandId: '12345678' }];
  for (const body of garbage) {
    const reply: unknown = await hana.socket.emitWithAck('command', body as never);
    expect(reply).toMatchObject({ ok: false, code: 'bad-command' });
  }
  expect(await hana.sends({ type: 'PauseClock', askId: 'a1' })).toEqual({ ok: true });
});

test('a person who signs out everywhere loses their connections', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  const out = new Promise((resolve) => hana.socket.once('out', resolve));
  server.transport.signOut('pr_hana');
  expect(await out).toEqual({ reason: 'signed-out' });
});

test('a connection that could not be greeted gets all changes once it asks', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  const state = server.runtime.state.bind(server.runtime);
  // The record fails between the handshake and the greeting.
  vi.spyOn(server.runtime, 'state')
    .mockImplementationOnce(state)
    .mockRejectedValueOnce(new RecordUnavailable('gone for a moment'));
  const tab = dials(server, roomId, 'hana');
  await new Promise<void>((resolve) => tab.socket.once('connect', () => resolve()));
  expect(await tab.looks()).toMatchObject({ audience: 'host' });
  await hana.sends({ type: 'ChangeSettings', settings: { title: 'Another title' } });
  await tab.looks();
  expect(tab.framesOf('full')).toEqual([]);
  expect(JSON.stringify(tab.framesOf('patch'))).toContain('Another title');
});

test('a person who joins has a visible name of valid length, whatever the browser sends', async () => {
  const server = await startServer();
  const roomId = await openRoom(server, { waitingRoom: true });
  const links = await server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find((link) => link.role === 'panelist')?.code : null;
  const wish = (name: string) => joinWish.safeParse({ token: code ?? '', name });
  for (const name of ['', ' \u200b ', 'x'.repeat(61)]) expect(wish(name).success).toBe(false);
  const { token, name } = wish('  Pia\n\u202ePark ').data ?? { token: '', name: '' };
  expect(await server.rooms.join(person('pia'), token, name)).toMatchObject({ ok: true });
  const hana = await connects(server, roomId, 'hana');
  const { door } = hostView.parse((await hana.looks())?.view);
  expect(Object.values(door.waiting)).toMatchObject([{ name: 'Pia Park' }]);
});

test('a person who keeps opening rooms is asked to wait, and others are not', async () => {
  const server = await startServer();
  const setup = { packId: 'test-pack', ...testSettings('led') };
  for (let count = 0; count < ROOMS_AN_HOUR; count += 1)
    expect(await server.rooms.open(person('hana'), setup)).toMatchObject({ ok: true });
  expect(await server.rooms.open(person('hana'), setup)).toMatchObject({ ok: false, code: 'slow-down' });
  expect(await server.rooms.open(person('pia'), setup)).toMatchObject({ ok: true });
});

test('a command sent as a guest and again after signing in has one effect', async () => {
  const server = await startServer();
  const { roomId } = await asking(server, ['pia']);
  const command = { type: 'SendMessage', roundId: 'r1', text: 'Said once' } as const;
  const request = { roomId, commandId: 'the-same-id', command };
  expect(await server.runtime.handle({ ...request, principalIds: ['pr_pia'] })).toMatchObject({ ok: true });
  const signedIn = ['pr_account', 'pr_pia'];
  expect(await server.runtime.handle({ ...request, principalIds: signedIn })).toMatchObject({ ok: true });
  const state = await server.runtime.state(roomId);
  expect(state?.rounds[0]?.messages).toHaveLength(1);
});

test('one person tries a few links a minute, and then has to wait; others do not', async () => {
  const server = await startServer({ mayJoin: createJoinLimit() });
  const tries = (name: string) => server.rooms.join(person(name), 'ABCD-EFGH-JKMN', name);
  for (let count = 0; count < JOINS_A_MINUTE; count += 1)
    expect(await tries('sam')).toMatchObject({ ok: false, code: 'invite-unknown' });
  expect(await tries('sam')).toMatchObject({ ok: false, code: 'slow-down' });
  expect(await tries('pia')).toMatchObject({ ok: false, code: 'invite-unknown' });
});
