import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { cursorFrame } from '../protocol/wire';
import { openText } from '../simulate/simulated-text';
import { asking, connects, joins, startServer } from '../testing/live-room';
import type { TestClient } from '../testing/live-server';

const PLACE = { anchor: '{"tname":"code"}', head: '{"tname":"code"}' };

/** Hana, Pia and Olga watch Carl in an exercise: `a2`. */
async function coding(change?: Parameters<typeof startServer>[0]) {
  const server = await startServer(change);
  const { roomId, hana, carl, panel } = await asking(server, ['pia']);
  const [pia] = panel;
  if (!pia) throw new Error('Pia is not here');
  const olga = await joins(server, roomId, 'olga', 'observer');
  expect(await hana.sends({ type: 'PushItem', itemId: 'x1', liveAskId: 'a1' })).toEqual({ ok: true });
  const waiting = await server.runtime.state(roomId);
  // A person who joins during a round waits to be let in.
  const memberId = waiting?.members.find(({ name }) => name === 'olga')?.memberId ?? '';
  expect(await hana.sends({ type: 'AdmitMember', memberId })).toEqual({ ok: true });
  await olga.looks();
  const state = await server.runtime.state(roomId);
  const idOf = (name: string) => state?.members.find((member) => member.name === name)?.memberId ?? '';
  return { server, roomId, hana, carl, pia, olga, idOf };
}

/** One after another, the server has what a window sent, and the window what it was sent. */
async function settled(...clients: TestClient[]): Promise<void> {
  for (const { socket } of clients) await socket.emitWithAck('time');
}

/** What this window was told, as `whose window: place`. */
const told = (client: TestClient) =>
  client
    .framesOf('cursor')
    .map((frame) => cursorFrame.parse(frame))
    .map(({ clientId, at }) => `${clientId}: ${at ? 'here' : 'gone'}`);

function moves({ socket }: TestClient, clientId: number, at: typeof PLACE | null = PLACE) {
  socket.emit('cursor', { askId: 'a2', clientId, at });
}

test('[CODE-9] the panel sees the candidate’s cursor and each other’s, and nobody an observer’s or a reader’s as the candidate', async () => {
  const { hana, carl, pia, olga } = await coding();
  for (const [no, client] of [carl, hana, pia, olga].entries()) {
    moves(client, no + 1);
    await settled(client);
  }
  await settled(hana, carl, pia, olga);
  expect([carl, hana, pia, olga].map(told)).toEqual([
    [],
    ['1: here', '3: here'],
    ['1: here', '2: here'],
    ['1: here', '2: here', '3: here'],
  ]);
});

test('[CODE-9] the candidate sees a panelist’s cursor when it moves with the pen, until the moment that the pen is taken', async () => {
  const { hana, carl, pia, olga, idOf } = await coding();
  moves(pia, 3);
  await settled(pia, carl);
  expect(told(carl)).toEqual([]);
  await hana.sends({ type: 'HandPen', askId: 'a2', memberId: idOf('pia') });
  await settled(carl);
  expect(told(carl), 'where she read is hers').toEqual([]);
  moves(pia, 3);
  await settled(pia, carl);
  expect(told(carl)).toEqual(['3: here']);
  await hana.sends({ type: 'TakePen', askId: 'a2' });
  await settled(carl, olga);
  expect(told(carl)).toEqual(['3: here', '3: gone']);
  expect(told(olga)).toEqual(['3: here', '3: here']);
  // She goes on, and leaves the text.
  moves(pia, 3);
  moves(pia, 3, null);
  await settled(pia, carl, olga);
  expect(told(carl)).toHaveLength(2);
  expect(told(olga)).toEqual(['3: here', '3: here', '3: here', '3: gone']);
});

test('a cursor goes with its window’s connection, and nobody moves another member’s', async () => {
  const { server, roomId, hana, carl, pia } = await coding();
  const other = await connects(server, roomId, 'carl');
  moves(carl, 1);
  moves(other, 2);
  await settled(carl, other, pia);
  moves(hana, 1, null);
  moves(hana, 2);
  await settled(hana, pia);
  expect(told(pia)).toEqual(['1: here', '2: here']);
  carl.socket.disconnect();
  await expect.poll(() => told(pia)).toEqual(['1: here', '2: here', '1: gone']);
  expect(told(other)).toEqual(['1: here', '1: gone']);
});

test('a window has a few cursors at most, and the oldest goes first', async () => {
  const { carl, pia } = await coding();
  for (let clientId = 1; clientId <= 6; clientId += 1) moves(carl, clientId);
  await settled(carl, pia);
  const [shown, gone] = [
    told(pia).filter((one) => /here/.test(one)),
    told(pia).filter((one) => /gone/.test(one)),
  ];
  expect([shown.length, gone]).toEqual([6, ['1: gone', '2: gone']]);
});

const ANY = { points: 1_000, seconds: 1 };
const FEW = { points: 5, seconds: 60 };
const REST = { connect: ANY, command: ANY, membership: ANY, sync: ANY, time: ANY };

test('updates beyond the limit of a person are rejected with a kind word, and the others still write', async () => {
  const { hana, carl, pia, idOf } = await coding({ allowances: { ...REST, code: FEW, cursor: ANY } });
  await hana.sends({ type: 'HandPen', askId: 'a2', memberId: idOf('pia') });
  const writes = ({ socket }: TestClient) => {
    const doc = new Y.Doc();
    doc.getText('code').insert(0, 'x');
    return socket.emitWithAck('code', { askId: 'a2', update: Y.encodeStateAsUpdate(doc) });
  };
  for (let no = 0; no < FEW.points; no += 1) expect(await writes(carl)).toEqual({ ok: true });
  const message = 'That was too much at once. Wait a moment.';
  expect(await writes(carl)).toEqual({ ok: false, code: 'slow-down', message });
  expect(await writes(pia)).toEqual({ ok: true });
  await settled(hana);
  expect(hana.framesOf('code')).toHaveLength(FEW.points + 1);
});

test('cursors beyond the limit of a person are not told', async () => {
  const { carl, pia } = await coding({ allowances: { ...REST, code: ANY, cursor: FEW } });
  for (let move = 0; move < 20; move += 1) moves(carl, 1);
  await settled(carl, pia);
  expect(told(pia)).toHaveLength(5);
});

test.each([40_000, 100_000])(
  'a paste of %i bytes reaches everyone over a connection that takes small messages only',
  async (size) => {
    const { hana, carl } = await coding();
    let cuts = 0;
    carl.socket.on('disconnect', () => {
      cuts += 1;
    });
    const open = ({ socket }: TestClient) =>
      openText(
        socket,
        'a2',
        async () => {},
        () => {},
      );
    const [mine, hers] = [open(carl), open(hana)];
    onTestFinished(() => {
      mine.close();
      hers.close();
    });
    await expect.poll(() => [mine.hasLoaded, hers.hasLoaded]).toEqual([true, true]);
    mine.text.insert(0, 'x'.repeat(size));
    await expect.poll(() => [mine.state, hers.text.toJSON() === mine.text.toJSON()]).toEqual(['saved', true]);
    expect([cuts, mine.text.length > size]).toEqual([0, true]);
  },
);
test('a closing process answers every update of a text that it has accepted', async () => {
  const { server, carl } = await coding();
  const doc = new Y.Doc();
  const written = Array.from({ length: 60 }, (_, no) => {
    doc.getText('code').insert(no, 'x');
    return carl.socket.emitWithAck('code', { askId: 'a2', update: Y.encodeStateAsUpdate(doc) });
  });
  await Promise.race(written);
  const answers = Promise.all(written);
  await server.transport.close();
  const turnedAway = (await answers).flatMap((answer) => (answer.ok ? [] : [answer.code]));
  expect(turnedAway.filter((code) => code !== 'unavailable')).toEqual([]);
});
