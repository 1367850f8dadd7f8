import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aloneBus } from '../runtime/bus';
import { asking, startServer, takesASeat } from '../testing/live-room';
import { type LiveServer, TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';

function polls(server: LiveServer, roomId: string, name: string): TestClient {
  const client = new TestClient(server.port, name, roomId, { transport: 'polling' });
  onTestFinished(() => void client.socket.disconnect());
  return client;
}

test('where one process serves, somebody whose network blocks WebSockets takes part by long polling', async () => {
  const server = await startServer();
  const { roomId, hana } = await asking(server, ['pia']);
  await takesASeat(server, roomId, 'paul', 'panelist');
  await hana.sends({ type: 'AdmitEveryone' });
  const paul = polls(server, roomId, 'paul');
  expect(await paul.arrives()).toMatchObject({ n: 1, view: { live: { askId: 'a1' } } });
  expect(await paul.sends({ type: 'SubmitRating', askId: 'a1', value: 4 })).toEqual({ ok: true });
  expect(JSON.stringify(hana.frames.at(-1))).toContain('rated');
  for (let count = 0; count < 20; count += 1)
    await hana.sends({ type: 'SendMessage', roundId: 'r1', text: `message ${count}` });
  await paul.looks();
  // In their order and without a gap, however many leave with one answer.
  const counted = paul.frames.filter(({ event }) => event === 'full' || event === 'patch');
  const numbers = counted.map(({ data }) => Number(Reflect.get(Object(data), 'n')));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThan(20);
  const members = (await server.runtime.state(roomId))?.members ?? [];
  const memberId = members.find(({ name }) => name === 'paul')?.memberId ?? '';
  await hana.sends({ type: 'RemoveMember', memberId });
  await vi.waitFor(() => expect(paul.framesOf('out')).toEqual([{ reason: 'removed' }]), SOON);
});

test('where several processes may serve, long polling is rejected', async () => {
  const server = await startServer({ bus: { ...aloneBus, alone: false } });
  const { roomId } = await asking(server, ['pia']);
  const client = polls(server, roomId, 'pia');
  await expect(client.arrives()).rejects.toThrow('xhr poll error');
});

test('requests without an upgrade are said in the log, once, with what a proxy has to do', async () => {
  const warnings: string[] = [];
  const log = pino({
    level: 'info',
    hooks: { logMethod: (words) => void warnings.push(String(words[0])) },
  });
  const server = await startServer({ log });
  const { roomId } = await asking(server, ['pia']);
  const address = `http://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`;
  for (let time = 0; time < 3; time += 1) expect((await fetch(address)).status).toBe(400);
  expect(warnings).toEqual([expect.stringContaining('proxy_set_header Upgrade $http_upgrade')]);
  for (let time = 0; time < 2; time += 1) await polls(server, roomId, 'pia').arrives();
  expect(warnings).toEqual([expect.anything(), expect.stringContaining('long polling')]);
});

test('a page at another address is no fault of a proxy’s headers, and is told apart', async () => {
  const warnings: string[] = [];
  const told: string[] = [];
  const log = pino({
    level: 'info',
    hooks: { logMethod: (words) => void warnings.push(String(words[0])) },
  });
  const server = await startServer({ log, elsewhere: (origin) => void told.push(origin) });
  const address = `http://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=polling`;
  const response = await fetch(address, { headers: { origin: 'https://panel.example.org' } });
  expect(response.status).toBe(403);
  expect(told).toEqual(['https://panel.example.org']);
  expect(warnings).toEqual([]);
});
