import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from './cli/build';
import { simulate } from './simulate/simulation';
import { type Cluster, startCluster } from './testing/cluster';
import { SOON } from './testing/soon';

let cluster: Cluster;

beforeAll(async () => {
  expect(await build({ evenIfFresh: false })).toBe(0);
  cluster = await startCluster({ processes: 3 });
}, 300_000);
afterAll(() => cluster?.close());

const NOTHING = { lost: [], duplicated: [], diverged: [], leaks: [], textsDiverged: [], exports: [] };

/** Asks the balancer's address all the time, a connection each, as many new visitors do; how long (ms) it gave no good answer. */
async function watched(work: () => Promise<void>): Promise<{ longestMs: number }> {
  let [isOver, longestMs, lastGood] = [false, 0, performance.now()];
  const asking = (async () => {
    while (!isOver) {
      const isGood = await fetch(`${cluster.url}/api/auth/session`, {
        headers: { connection: 'close' },
      }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isGood) lastGood = performance.now();
      longestMs = Math.max(longestMs, performance.now() - lastGood);
      await delay(20);
    }
  })();
  await work();
  isOver = true;
  await asking;
  return { longestMs };
}

test('rounds are played over three processes at once, and nothing is lost, doubled, diverged or leaked', async () => {
  const { report, findings } = await simulate({ url: cluster.url, rooms: 3, panelists: 3, seed: 11 });
  expect(findings).toEqual(NOTHING);
  expect(report.acknowledged).toBeGreaterThan(100);
}, 120_000);

test('a rolling restart of all three: every process ends cleanly, rounds go on, and new visitors wait for less than a second', async () => {
  let isPlaying = true;
  const playing = simulate({ url: cluster.url, rooms: 3, panelists: 3, seed: 12 }).finally(() => {
    isPlaying = false;
  });
  const codes: (number | null)[] = [];
  const { longestMs } = await watched(async () => {
    for (const process of cluster.processes) {
      codes.push(await process.stop('SIGTERM'));
      process.start();
      await cluster.balancer.ready(3);
    }
  });
  expect(codes).toEqual([0, 0, 0]);
  expect(longestMs).toBeLessThan(1_000);
  expect(isPlaying).toBe(true);
  expect((await playing).findings).toEqual(NOTHING);
}, 240_000);

test('a process that is killed takes nobody’s round with it', async () => {
  const [victim] = cluster.processes;
  if (!victim) throw new Error('there is no process');
  const playing = simulate({ url: cluster.url, rooms: 2, panelists: 3, seed: 13 });
  await delay(1_500);
  const { longestMs } = await watched(async () => {
    await victim.stop('SIGKILL');
    await cluster.balancer.ready(2);
  });
  expect(longestMs).toBeLessThan(2_000);
  expect((await playing).findings).toEqual(NOTHING);
  victim.start();
  await vi.waitFor(() => cluster.balancer.ready(3), SOON);
}, 240_000);
