import { expect, onTestFinished, test, vi } from 'vitest';
import type { RoomSetup } from '../protocol/requests';
import { RecordUnavailable } from '../runtime/ports';
import { openRecord } from '../store/open';
import { person, startLiveServer, TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { meteredRecord } from './metered';
import { createMetrics } from './metrics';

async function startServer(allowances?: Parameters<typeof startLiveServer>[0]['allowances']) {
  const metrics = createMetrics();
  const server = await startLiveServer({ dataDir: tempFolder(), pack: testPack(), metrics, allowances });
  onTestFinished(() => server.close());
  const setup: RoomSetup = { packId: 'test-pack', ...testSettings('led'), title: 'Quarterly Zebra' };
  const opened = await server.rooms.open(person('hana'), setup);
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const hana = new TestClient(server.port, 'hana', roomId);
  onTestFinished(() => void hana.socket.disconnect());
  const { view } = await hana.arrives();
  return { metrics, server, roomId, hana, view };
}

test('commands are counted by what became of them, appends and frames are timed, and nothing says who or what', async () => {
  const { metrics, server, roomId, hana } = await startServer();
  expect(await hana.sends({ type: 'RaiseHand', raised: true })).toEqual({ ok: true });
  expect(await hana.sends({ type: 'SendMessage', roundId: 'r1', text: 'a word of hers' })).toMatchObject({
    ok: false,
  });
  await hana.looks();
  const text = await metrics.text();
  expect(text).toContain('hotseat_commands_total{type="OpenRoom",outcome="ok"} 1');
  expect(text).toContain('hotseat_commands_total{type="RaiseHand",outcome="ok"} 1');
  expect(text).toMatch(/hotseat_commands_total\{type="SendMessage",outcome="[a-z-]+"\} 1/);
  expect(text).toContain('hotseat_append_seconds_count{outcome="ok"} 2');
  expect(text).toContain('hotseat_publish_seconds_count 2');
  expect(text).toContain('hotseat_resyncs_total 1');
  for (const secret of [roomId, 'hana', 'Zebra', 'a word of hers', 'mb_', 'pr_'])
    expect(text).not.toContain(secret);
  expect(server.transport.load()).toEqual({ connections: 1, rooms: 1, owed: 0 });
  hana.socket.disconnect();
  await vi.waitFor(() => expect(server.transport.load()).toMatchObject({ connections: 0, rooms: 0 }), SOON);
});

test('what is turned away before any room sees it is counted by why', async () => {
  const { metrics, hana } = await startServer();
  const ack = await hana.socket.emitWithAck('command', { command: { type: 'Nonsense' } } as never);
  expect(ack).toMatchObject({ ok: false, code: 'bad-command' });
  expect(await metrics.text()).toContain('hotseat_turned_away_total{code="bad-command"} 1');
});

test('an append that could not be written is told as such', async () => {
  const metrics = createMetrics();
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  const record = meteredRecord(opened.record, metrics);
  await record.close();
  const event = { type: 'RoundStarted', data: {}, at: 1, by: null };
  const append = { roomId: 'rm', expectedSeq: 0, commandId: 'c', events: [event], projections: [] };
  await expect(record.append(append)).rejects.toThrow(RecordUnavailable);
  expect(await metrics.text()).toContain('hotseat_append_seconds_count{outcome="unavailable"} 1');
});
