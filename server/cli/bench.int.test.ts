import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { clusterReport } from '../../e2e/load/cluster';
import { connectAll, leaveAll, openRooms } from '../../e2e/load/load-room';
import { storm } from '../../e2e/load/quiet';
import { benchReport } from '../../e2e/load/report';
import { buildServers, startServer } from '../../e2e/load/server-process';
import { ROOT } from './bundle';

function bench(...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/bench.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

test('a quick benchmark starts both servers and prints every figure as one line of JSON', () => {
  const { status, stdout, stderr } = bench('--quick', '--json');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const report = benchReport.parse(JSON.parse(stdout));
  const { bytesPerCommand, firstFrameBytes, roomBytesOnDisk, encodingsPerEvent, storm } = report;
  // Sizes and counts are the same on every machine; times are not checked.
  for (const { early, late } of Object.values(bytesPerCommand)) {
    expect(early).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
  }
  expect(firstFrameBytes.panelist).toBeGreaterThan(firstFrameBytes.candidate);
  expect(roomBytesOnDisk).toBeGreaterThan(0);
  expect(encodingsPerEvent).toBeGreaterThanOrEqual(1);
  expect(storm.people).toBe(60);
}, 120_000);

test('an option that the benchmark does not have gets a sentence with the ones it has', () => {
  const { status, stdout, stderr } = bench('--rounds', 'none');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--rounds takes a whole number from 1.');
  expect(stderr).toContain('Usage: npm run --silent bench');
});

test('a quick look at what a command costs tells it of the relay, of one that stores, and of Hotseat', () => {
  const { status, stdout, stderr } = bench('--quick', '--cost', '50');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(stdout).toMatch(
    /at 50 a second:\nbare: \d+ µs, 1 times bare\nstoring: \d+ µs, .*\nhotseat: \d+ µs, /,
  );
}, 120_000);

test('a quick benchmark of a cluster delivers across its processes', () => {
  const { status, stdout, stderr } = bench('--quick', '--cluster', '--json');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const { cluster } = clusterReport.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  expect(cluster.map(({ processes }) => processes)).toEqual([2]);
  // How many a second it bears is a matter of the machine.
  expect(cluster[0]?.fanout.p50).toBeGreaterThan(0);
}, 120_000);

test('two thousand people whose connections are cut at once are all back, each with their whole view', async () => {
  await buildServers();
  const pings = { pingInterval: 4_000, pingTimeout: 5_500 };
  const server = await startServer('hotseat', { pings, isPinned: false });
  onTestFinished(() => server.stop());
  // Of six people each.
  const rooms = await openRooms(server, 334);
  await connectAll(rooms);
  expect(rooms.flatMap((room) => room.everybody).length).toBeGreaterThan(2_000);
  // How many seconds is a matter of the machine, but nobody waits for longer than this.
  expect(await storm(rooms)).toBeLessThan(20);
  leaveAll(rooms);
}, 180_000);
