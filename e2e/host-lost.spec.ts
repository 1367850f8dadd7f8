import { startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

/** The host must first be away for 30 s. */
const AWAY_MS = 90_000;

test("the host's laptop dies: the panel goes on, takes over, and the host takes the role back", async ({
  host,
  meet,
  wired,
}) => {
  const jonas = wired('Jonas');
  const priya = await meet('Priya', Host);
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.rates(4);
  host.losesTheLine();
  await priya.sees('Mara, the host, lost the connection');

  // The room goes on without a host.
  await priya.notes('still answering');
  await priya.pushesNext();
  await priya.sees('asked by you');

  const takeOver = priya.page.getByRole('button', { name: 'Take over as host' });
  await expect(takeOver).toBeVisible({ timeout: AWAY_MS });
  await takeOver.click();
  await priya.sees('The invite links were replaced');
  await priya.rates(3);
  await priya.reveals();

  host.getsTheLineBack();
  await host.sees('While you were away, Priya became the host.');
  await host.isNotHost();
  await host.presses('Take the host’s role back');
  await host.isHost();
  await host.sees('The invite links were replaced');
  await priya.isNotHost();
});
