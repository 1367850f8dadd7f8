import { expect, test, vi } from 'vitest';
import { EVERYTHING_SHARED } from '../protocol/words';
import { asking, dials, joins, startServer } from '../testing/live-room';
import type { TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';

test('the greeting names the bank, contains the whole live question, and is small', async () => {
  const server = await startServer();
  const { roomId } = await asking(server, ['pia']);
  const whole = await dials(server, roomId, 'pia').arrives();
  expect(whole).toMatchObject({
    n: 1,
    view: { bank: { id: 'pack' }, live: { askId: 'a1', item: { id: 'g1-q1' } } },
  });
  expect(JSON.stringify(whole)).toContain('canary p1 of g1-q1');
  expect(JSON.stringify(whole)).not.toContain('canary p1 of g2-q1');
  expect(JSON.stringify(whole).length).toBeLessThan(12_000);
  const candidate = await dials(server, roomId, 'carl').arrives();
  expect(JSON.stringify(candidate)).not.toContain('canary');
});

test('a connection counts its own frames from one on, without a gap, no matter what others were sent before', async () => {
  const server = await startServer();
  const { roomId, hana } = await asking(server, ['pia']);
  for (const text of ['one', 'two', 'three']) await hana.sends({ type: 'SendMessage', roundId: 'r1', text });
  const tab = dials(server, roomId, 'pia');
  await tab.arrives();
  for (const text of ['four', 'five']) await hana.sends({ type: 'SendMessage', roundId: 'r1', text });
  expect(await tab.looks()).toMatchObject({ n: 4 });
  await hana.sends({ type: 'SendMessage', roundId: 'r1', text: 'six' });
  expect(await tab.looks()).toMatchObject({ n: 6 });
  const counted = tab.frames.filter(({ event }) => event === 'full' || event === 'patch');
  expect(counted.map(({ data }) => Reflect.get(Object(data), 'n'))).toEqual([1, 2, 3, 5]);
});

test('[SEE-20] a candidate is told nothing when another joins, is there and leaves; the panel is told', async () => {
  const server = await startServer();
  const { roomId, hana, carl, panel } = await asking(server, ['pia']);
  const state = await server.runtime.state(roomId);
  for (const command of [
    { type: 'StartDeliberation', roundId: 'r1' },
    ...(state?.members ?? [])
      .filter(({ role }) => role === 'panelist')
      .map(({ memberId }) => ({ type: 'ExcuseVerdict', roundId: 'r1', memberId }) as const),
    { type: 'OpenDebrief', roundId: 'r1' },
    { type: 'PublishRound', roundId: 'r1', sharing: EVERYTHING_SHARED },
  ] as const)
    expect(await hana.sends(command)).toEqual({ ok: true });
  await carl.looks();
  const presences = ({ frames }: TestClient) => frames.filter(({ event }) => event === 'presence').length;
  const before = { frames: carl.frames.length, panel: presences(panel[0] ?? carl) };
  const cleo = await joins(server, roomId, 'cleo', 'candidate');
  const memberId = (await server.runtime.state(roomId))?.members.at(-1)?.memberId ?? '';
  expect(await cleo.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
  cleo.socket.disconnect();
  await vi.waitFor(() => expect(presences(panel[0] ?? carl)).toBeGreaterThanOrEqual(before.panel + 2), SOON);
  await carl.looks();
  const heard = carl.frames.slice(before.frames).filter(({ event }) => event !== 'head');
  expect(heard).toEqual([]);
  expect(JSON.stringify(carl.frames)).not.toContain(memberId);
  expect(JSON.stringify(cleo.frames)).not.toContain('"carl"');
  expect(JSON.stringify(hana.frames)).toContain(memberId);
});
