import { expect, onTestFinished, test, vi } from 'vitest';
import type { PresenceFrame } from '../protocol/wire';
import { connects, openRoom, startServer, takesASeat } from '../testing/live-room';
import { TestClient } from '../testing/live-server';
import { type FaultyNetwork, startProxy } from '../testing/proxy';
import { SOON } from '../testing/soon';

/** Hana is on the server's own network, and Pia is behind one of her own. */
async function inARoom() {
  const server = await startServer();
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  await takesASeat(server, roomId, 'pia', 'panelist');
  const proxy = await startProxy(server.port);
  onTestFinished(() => proxy.close());
  return { server, roomId, hana, proxy, pia: await behind(proxy, roomId) };
}

async function behind(proxy: FaultyNetwork, roomId: string): Promise<TestClient> {
  const client = new TestClient(proxy.port, 'pia', roomId);
  onTestFinished(() => void client.socket.disconnect());
  await client.arrives();
  return client;
}

const title = (words: string) => ({ type: 'ChangeSettings', settings: { title: words } }) as const;

test('on a slow network everything arrives, later and in order', async () => {
  const { hana, pia, proxy } = await inARoom();
  proxy.delay(300);
  const began = performance.now();
  expect(await pia.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
  expect(performance.now() - began).toBeGreaterThanOrEqual(600);
  for (const words of ['One', 'Two', 'Three']) await hana.sends(title(words));
  await vi.waitFor(() => expect(JSON.stringify(pia.framesOf('patch'))).toContain('Three'), SOON);
  const said = JSON.stringify(pia.framesOf('patch'));
  expect([said.indexOf('One') < said.indexOf('Two'), said.indexOf('Two') < said.indexOf('Three')]).toEqual([
    true,
    true,
  ]);
});

test('a reset is noticed at once on both ends, and the command that had no answer takes effect once', async () => {
  const { server, roomId, hana, pia, proxy } = await inARoom();
  const answer = pia.socket.timeout(60_000).emitWithAck('command', {
    commandId: 'command-0123456789',
    command: { type: 'RaiseHand', raised: true },
  });
  const lost = answer.then(
    () => 'answered',
    () => 'lost',
  );
  // It has left; whether it took effect is not known here.
  await new Promise((resolve) => setImmediate(resolve));
  proxy.reset();
  await pia.isCut();
  expect(['answered', 'lost']).toContain(await lost);
  await vi.waitFor(
    () => expect((hana.framesOf('presence').at(-1) as PresenceFrame).here).toHaveLength(1),
    SOON,
  );
  const again = await behind(proxy, roomId);
  expect(await again.sends({ type: 'RaiseHand', raised: true }, 'command-0123456789')).toEqual({ ok: true });
  const raised = (await server.runtime.state(roomId))?.members.filter(({ name }) => name === 'pia');
  expect(raised).toHaveLength(1);
});

test('a connection that is cut in the middle of a frame gives no half of it, and the next one the whole view', async () => {
  const { hana, roomId, pia, proxy } = await inARoom();
  const before = pia.frames.length;
  proxy.cutInMidFrame(200);
  const words = 'A title that is long enough to be cut. '.repeat(5).trim().slice(0, 110);
  expect(await hana.sends(title(words))).toEqual({ ok: true });
  await pia.isCut();
  expect(JSON.stringify(pia.frames.slice(before))).not.toContain('A title');
  const again = await behind(proxy, roomId);
  expect(JSON.stringify(await again.looks())).toContain(words);
});

test('a dead link is noticed within 10 s on both ends', async () => {
  const { hana, pia, proxy } = await inARoom();
  await vi.waitFor(
    () => expect((hana.framesOf('presence').at(-1) as PresenceFrame).here).toHaveLength(2),
    SOON,
  );
  const began = performance.now();
  const noticed = { here: 0, there: 0 };
  const here = pia.isCut().then(() => {
    noticed.here = performance.now() - began;
  });
  const there = new Promise<void>((resolve) =>
    hana.socket.on('presence', ({ here: connected }) => {
      if (connected.length > 1) return;
      noticed.there = performance.now() - began;
      resolve();
    }),
  );
  proxy.silence(true);
  await Promise.all([here, there]);
  expect(noticed.here).toBeLessThan(10_000);
  expect(noticed.there).toBeLessThan(10_000);
});
