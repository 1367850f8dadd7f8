import { afterEach, expect, test } from 'vitest';
import { type LiveServer, person, startLiveServer, TestClient } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { USUAL_ALLOWANCES } from './request-limits';

const PANEL = ['pia', 'paul', 'pete', 'pam', 'pim', 'pom'];

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(): Promise<{ server: LiveServer; roomId: string }> {
  const allowances = USUAL_ALLOWANCES;
  const server = await startLiveServer({ dataDir: tempFolder(), pack: testPack(), allowances });
  closers.push(() => server.close());
  const opened = await server.rooms.open(person('hana'), { packId: 'test-pack', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const links = await server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find((link) => link.role === 'panelist')?.code : null;
  for (const name of PANEL)
    expect(await server.rooms.join(person(name), code ?? '', name)).toMatchObject({ ok: true });
  return { server, roomId };
}

async function connects(server: LiveServer, roomId: string, name: string): Promise<TestClient> {
  const client = new TestClient(server.port, name, roomId);
  closers.push(async () => {
    client.socket.disconnect();
  });
  await client.arrives();
  return client;
}

const times = <T>(count: number, ask: () => Promise<T>) => Promise.all(Array.from({ length: count }, ask));

test('somebody who asks in a loop, on any of their connections, is answered with nothing, and others are not', async () => {
  const { server, roomId } = await start();
  const hana = await connects(server, roomId, 'hana');
  const tab = await connects(server, roomId, 'hana');
  const pia = await connects(server, roomId, 'pia');
  const { sync, time, command } = USUAL_ALLOWANCES;

  const views = await times(sync.points, () => hana.looks());
  expect(views.filter((view) => view === null)).toEqual([]);
  expect(await tab.looks()).toBeNull();

  const clock = await times(time.points + 7, () => hana.socket.emitWithAck('time'));
  expect(clock.filter((at) => at === null)).toHaveLength(7);

  const garbage = () => hana.socket.emitWithAck('command', { commandId: 'x' } as never);
  const answers = await times(command.points + 7, garbage);
  expect(answers.filter((answer) => !answer.ok && answer.code === 'slow-down')).toHaveLength(7);

  expect(await pia.looks()).not.toBeNull();
  expect(await pia.socket.emitWithAck('time')).toEqual(expect.any(Number));
  expect(await pia.sends({ type: 'RaiseHand', raised: true })).toEqual({ ok: true });
});

test('somebody who connects in a loop is put off', async () => {
  const { server, roomId } = await start();
  const tries = await times(USUAL_ALLOWANCES.connect.points + 5, () =>
    connects(server, roomId, 'hana').then(
      () => 'in',
      (error: unknown) => Reflect.get(Object(error), 'data'),
    ),
  );
  expect(tries.filter((result) => result !== 'in')).toEqual(Array(5).fill({ code: 'unavailable' }));
  await connects(server, roomId, 'pia');
});

test('a whole room that loses its line four times in a row, with three tabs each, is back every time', async () => {
  const { server, roomId } = await start();
  for (let storm = 0; storm < 4; storm += 1) {
    const tabs = await Promise.all(
      ['hana', ...PANEL].flatMap((name) => [1, 2, 3].map(() => connects(server, roomId, name))),
    );
    const asked = tabs.map(async (tab) => {
      // What a tab asks for when its greeting is late: see `catchUpSoon` and `measureClock` of the room client.
      const clock = await times(4, () => tab.socket.emitWithAck('time'));
      return [...clock, ...(await times(3, () => tab.looks()))];
    });
    expect((await Promise.all(asked)).flat().filter((answer) => answer === null)).toEqual([]);
    for (const { socket } of tabs) socket.io.engine.close();
  }
});
