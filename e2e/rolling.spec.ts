import { type Cluster, startCluster } from '../server/testing/cluster';
import { startLedRound } from './fixtures/gather';
import type { HotseatServer } from './fixtures/server';
import { expect, test } from './fixtures/test';

const FIXED = 'nobody moves the clocks of several processes';

/** Two processes behind a balancer in place of one. */
const several = test.extend<object, { cluster: Cluster; server: HotseatServer }>({
  cluster: [
    async ({ timeTravel }, use) => {
      if (timeTravel !== 'none') throw new Error(FIXED);
      const cluster = await startCluster({ processes: 2, env: { LOG_LEVEL: 'error' } });
      await use(cluster);
      await cluster.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  server: [
    async ({ cluster }, use) =>
      use({
        url: cluster.url,
        folder: '',
        startMs: 0,
        problems: [],
        passes: () => Promise.reject(new Error(FIXED)),
        stop: cluster.close,
      }),
    { scope: 'worker' },
  ],
});

several(
  'during a rolling restart a round goes on, and nobody sees anything broken',
  async ({ cluster, host, priya, jonas }, info) => {
    await startLedRound({ host, panelists: [priya], candidate: jonas });
    const everybody = [host, priya, jonas];
    const words = ['names the cost', 'asks who decides'];
    for (const [no, process] of cluster.processes.entries()) {
      await host.pushesNext();
      await expect(priya.noteField).toBeVisible();
      await priya.noteField.fill(words[no] ?? '');
      // Half a thought stays in its field while everybody moves to the other process and back.
      expect(await process.stop('SIGTERM')).toBe(0);
      process.start();
      await cluster.balancer.ready(2);
      for (const { page } of everybody) {
        await expect(page.getByText('Reconnecting')).toBeHidden();
        await info.attach(`${no + 1}.png`, { body: await page.screenshot(), contentType: 'image/png' });
      }
      await expect(priya.noteField).toHaveValue(words[no] ?? '');
      await priya.noteField.press('Enter');
      // What a page loads comes from whichever process is asked.
      await priya.page.reload();
      await expect(priya.note(words[no] ?? '')).toBeVisible();
      await priya.rates(4);
      await host.rates(3);
      await host.reveals();
    }
    expect(cluster.processes.map((process) => process.said())).toEqual(['', '']);
  },
);
