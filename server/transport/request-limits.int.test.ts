import { expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { connects, openRoom, startServer, takesASeat } from '../testing/live-room';
import type { LiveServer } from '../testing/live-server';
import { USUAL_ALLOWANCES } from './request-limits';
import { WORDS } from './words-limit';

const PANEL = ['pia', 'paul', 'pete', 'pam', 'pim', 'pom'];

async function start(): Promise<{ server: LiveServer; roomId: string }> {
  const server = await startServer({ allowances: USUAL_ALLOWANCES });
  const roomId = await openRoom(server);
  for (const name of PANEL) await takesASeat(server, roomId, name, 'panelist');
  return { server, roomId };
}

const times = <T>(count: number, ask: () => Promise<T>) => Promise.all(Array.from({ length: count }, ask));

test('a person who asks in a loop, on any connection, gets empty answers, and others do not', async () => {
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

test('a person who connects in a loop is rejected', async () => {
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

test('a whole room that loses its connections four times in a row, with three tabs each, is back every time', async () => {
  const { server, roomId } = await start();
  for (let storm = 0; storm < 4; storm += 1) {
    const tabs = await Promise.all(
      ['hana', ...PANEL].flatMap((name) => [1, 2, 3].map(() => connects(server, roomId, name))),
    );
    const asked = tabs.map(async (tab) => {
      // A tab's requests when its greeting is late: see `catchUpSoon` and `measureClock` of the room client.
      const clock = await times(4, () => tab.socket.emitWithAck('time'));
      return [...clock, ...(await times(3, () => tab.looks()))];
    });
    expect((await Promise.all(asked)).flat().filter((answer) => answer === null)).toEqual([]);
    for (const { socket } of tabs) socket.io.engine.close();
  }
});

test('a person who has had a great deal stored is told so for long texts alone, and rates as before', async () => {
  const server = await startServer();
  const roomId = await openRoom(server);
  await takesASeat(server, roomId, 'pia', 'panelist');
  const pia = await connects(server, roomId, 'pia');
  const note = {
    type: 'WriteNote',
    askId: 'a1',
    noteId: 'note-0001',
    text: 'x'.repeat(LIMITS.note),
    atMs: 1,
    share: 'none',
  } as const;
  const most = Math.ceil(WORDS.person / LIMITS.note);
  const answers = await times(most, () => pia.sends(note));
  expect(answers.at(-1)).toMatchObject({ code: 'too-many-words' });
  expect(await pia.sends({ ...note, text: 'short' })).toMatchObject({ code: 'not-found' });
  expect(await pia.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
});
