import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { fits, layerFits } from './fixtures/fits';
import { startLedRound } from './fixtures/gather';
import type { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

/** Opened from the command menu, looked at, and closed. */
async function opens(host: Host, action: string): Promise<void> {
  await host.findsAndDoes(action);
  await layerFits(host, action);
  await host.page.keyboard.press('Escape');
}

test('every dialog of a room fits a window of 320 px, and one at 200 %', async ({ host, wired }) => {
  const [priya, jonas] = [wired('Priya'), wired('Jonas')];
  await test.step('in the lobby', async () => {
    await opensARoom(host, { waitingRoom: true });
    await takesASeat(priya, await linkOf(host, 'panelist'));
    await host.sees('Waiting room');
    await host.page.keyboard.press('Control+k');
    await layerFits(host, 'the command menu of the lobby');
    await host.page.keyboard.press('Escape');
    await host.presses('Show as a QR code: The panel');
    await layerFits(host, 'the QR code');
    await host.page.keyboard.press('Escape');
    await opens(host, 'Change the plan and the settings');
    await host.letsIn('Priya');
    await takesASeat(jonas, await linkOf(host, 'candidate'));
    await host.letsIn('Jonas');
    await host.starts();
  });

  await test.step('while somebody answers', async () => {
    await host.pushesNext();
    for (const action of [
      'People and roles',
      'Invite links',
      'Room settings',
      'Change the agenda',
      'Finish asking',
      'Discard this round',
      'Keys',
      'Change my name',
      'Continue on another device',
      'End the room',
    ])
      await test.step(action, () => opens(host, action));
    await host.page.keyboard.press('Control+k');
    await layerFits(host, 'the command menu');
    await host.page.keyboard.press('Escape');
    await host.rates(4);
    await host.presses(/^Reveal/);
    await layerFits(host, 'the question before an early reveal');
    await host.page.keyboard.press('Escape');
  });

  await test.step('after it', async () => {
    await host.finishesAsking();
    await host.givesVerdict('Yes', 'sound');
    await fits(host, 'the verdicts');
    await priya.givesVerdict('no', 'thin');
    await host.presses('Open the debrief');
    await host.sees('Debrief about Jonas');
    await opens(host, 'Publish the scorecard');
  });
});

test('pages around a room fit a window of 320 px, and one at 200 %', async ({ host, priya, jonas }) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const link = await jonas.returnLink();
  await host.pushesNext();
  await host.rates(3);
  await host.finishesAsking();
  await jonas.sees('Take a breath');
  await fits(jonas, 'the green room');
  await priya.sees('Verdicts, each alone');
  await fits(priya, 'the verdict form');
  await priya.givesVerdict('Yes', 'sound');
  await host.givesVerdict('Yes', 'sound');
  await host.presses('Open the debrief');
  await host.publishes();
  await host.opensTheScorecard();
  await host.sees('One round is not a verdict on a person.');
  await fits(host, 'the scorecard');
  await host.opens(host.page.url().replace('/scorecards/', '/replay/'));
  await expect(host.page.getByRole('region', { name: 'Replay' })).toBeVisible();
  await fits(host, 'the replay');
  await host.opens('/history');
  await fits(host, 'the history');
  await priya.opens(link);
  await fits(priya, 'the page of a return link');
});
