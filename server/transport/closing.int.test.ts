import { expect, test } from 'vitest';
import type { Ack } from '../protocol/wire';
import { openRecord } from '../store/open';
import { connects, openRoom } from '../testing/live-room';
import { startLiveServer } from '../testing/live-server';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

test('a closing process answers everything it has accepted, and then disconnects', async () => {
  const dataDir = tempFolder();
  const server = await startLiveServer({ dataDir, pack: testPack() });
  const rooms = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const roomId = await openRoom(server);
      return { roomId, hana: await connects(server, roomId, 'hana') };
    }),
  );
  const answers = new Map<string, Ack>();
  const said = rooms.flatMap(({ hana, roomId }) =>
    Array.from({ length: 12 }, async (_, index) => {
      const commandId = `${roomId}-${index}`;
      const answer = await hana.sends(
        { type: 'ChangeSettings', settings: { title: `Title ${index}` } },
        commandId,
      );
      answers.set(commandId, answer);
    }),
  );
  // By then some are stored, some wait for their room's turn, and some have not been read.
  await Promise.race(said);
  const closed = server.close();
  await Promise.all([closed, ...rooms.map(({ hana }) => hana.isCut())]);

  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  const stored = new Set<string>();
  for (const { roomId } of rooms)
    for (const { commandId } of await opened.record.load(roomId)) {
      const [, mine] = /\/(rm_.+)$/.exec(commandId) ?? [];
      if (mine !== undefined) stored.add(mine);
    }
  await opened.record.close();
  expect(stored.size).toBeGreaterThan(0);
  expect([...stored].filter((id) => !answers.get(id)?.ok)).toEqual([]);
  expect([...answers].filter(([id, answer]) => answer.ok && !stored.has(id))).toEqual([]);
  for (const answer of answers.values()) if (!answer.ok) expect(answer.code).toBe('unavailable');
});
