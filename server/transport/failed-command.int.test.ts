import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { aloneBus } from '../runtime/bus';
import { type EventRecord, RecordUnavailable } from '../runtime/ports';
import { openRecord } from '../store/open';
import { asking } from '../testing/live-room';
import { person, startLiveServer, TestClient } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

type Line = Record<string, unknown>;

/** A server whose record is `around`, its folder and what it logs. */
async function start(around: (record: EventRecord) => EventRecord = (record) => record) {
  const lines: Line[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const dataDir = tempFolder();
  const server = await startLiveServer({
    dataDir,
    pack: testPack(),
    around,
    log,
    bus: { ...aloneBus, alone: false },
  });
  onTestFinished(() => server.close());
  return { server, lines, dataDir };
}

const refuses = (commandId: string, error: Error) => (record: EventRecord) => ({
  ...record,
  append: async (append: Parameters<EventRecord['append']>[0]) => {
    if (append.commandId.endsWith(commandId)) throw error;
    return record.append(append);
  },
});

test('a command that fails because of a bug gets a reference, and the next one of the same person is stored', async () => {
  const { server, lines } = await start(refuses('broken-0001', new TypeError('nothing that JSON can hold')));
  const { panel } = await asking(server, ['pia']);
  const [pia] = panel;
  const ack = await pia?.sends({ type: 'SubmitRating', askId: 'a1', value: 4 }, 'broken-0001');
  expect(ack).toMatchObject({ ok: false, code: 'failed' });
  const [line] = lines.filter(({ msg }) => msg === 'a command failed');
  expect(line).toMatchObject({ commandId: 'broken-0001', reference: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(ack).toMatchObject({
    reference: line?.reference,
    message: expect.stringContaining(`Reference ${String(line?.reference)}.`),
  });
  expect(await pia?.sends({ type: 'SubmitRating', askId: 'a1', value: 3 })).toEqual({ ok: true });
  expect((await pia?.looks())?.mine.asks.a1?.first).toMatchObject({ value: 3 });
});

test('what the record cannot take now is no failure, and has a reference too', async () => {
  const { server } = await start(refuses('later-0001', new RecordUnavailable('away')));
  const { panel } = await asking(server, ['pia']);
  const ack = await panel[0]?.sends({ type: 'SubmitRating', askId: 'a1', value: 4 }, 'later-0001');
  expect(ack).toMatchObject({
    ok: false,
    code: 'unavailable',
    reference: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
});

test('a damaged row is named in the log, and what people wrote in it is not', async () => {
  const { server, dataDir } = await start();
  const opened = await server.rooms.open(person('hana'), { packId: 'test-pack', ...testSettings('led') });
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const hana = new TestClient(server.port, 'hana', roomId);
  await hana.arrives();
  expect(await hana.sends({ type: 'RaiseHand', raised: true })).toEqual({ ok: true });
  hana.socket.disconnect();
  await server.close();
  const record = await openRecord({ databaseUrl: null, dataDir });
  if (!record.ok) throw new Error(record.problem);
  await record.db
    .updateTable('events')
    .set({ data: '{"text": Zebra said so' })
    .where('room_id', '=', roomId)
    .where('seq', '=', 2)
    .execute();
  await record.record.close();
  const again = await startLiveServer({ dataDir, pack: testPack() });
  onTestFinished(() => again.close());
  await expect(again.runtime.state(roomId)).rejects.toThrow(`the event ${roomId}/2 is no JSON`);
});

test('what a later version wrote into a room makes a command wait, and its people look for a process of that version', async () => {
  let isLater = false;
  const { server } = await start((record) => ({
    ...record,
    load: async (roomId, afterSeq = 0, limit) => {
      const events = await record.load(roomId, afterSeq, limit);
      const seq = afterSeq + events.length + 1;
      const later = { seq, commandId: 'later', type: 'OfTheFuture', data: {}, at: 1, by: null };
      return isLater ? [...events, later] : events;
    },
    newest: async (roomIds) => {
      const known = [...(await record.newest(roomIds))];
      return new Map(known.map(([roomId, seq]) => [roomId, isLater ? seq + 1 : seq]));
    },
  }));
  const { panel } = await asking(server, ['pia']);
  isLater = true;
  // Before a command is rejected the record is asked whether another process has news.
  expect(await panel[0]?.sends({ type: 'TakeOverHost' })).toMatchObject({ ok: false, code: 'unavailable' });
  // With the next beat.
  await panel[0]?.isCut();
});
