import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

/** The host must first be away for 30 s. */
const AWAY_MS = 90_000;

test("the host's browser dies in the lobby: a panelist takes over, lets people in, and the host gets seat and role back", async ({
  host,
  lee,
  noor,
  jonas,
  meet,
}) => {
  const priya = await meet('Priya', Host);
  await host.opensARoom();
  const panel = await host.link('panelist');
  const candidate = await host.link('candidate');
  const observer = await host.link('observer');
  await priya.joins(panel);
  await host.letsIn('Priya');
  await noor.joins(observer);
  await host.letsIn('Noor');
  await priya.sees('The host starts the round.');
  await lee.joins(panel);
  await lee.sees('Mara will let you in');
  await host.page.close();

  await priya.sees('Mara, the host, lost the connection');
  await noor.sees('Mara, the host, lost the connection');
  await expect(priya.page.getByRole('button', { name: 'Take over as host' })).toBeVisible({
    timeout: AWAY_MS,
  });
  await expect(noor.page.getByRole('button', { name: 'Take over as host' })).toHaveCount(0);
  await priya.presses('Take over as host');
  await priya.sees('The invite links were replaced');
  expect(await priya.link('candidate')).not.toBe(candidate);
  await priya.letsIn('Lee');

  // The host comes back in a browser that knows nothing of them.
  const again = await meet('Mara', Host);
  await again.joins(await priya.link('panelist'));
  await again.sees('Priya will let you in');
  await priya.choosesFor('Mara (2)', /^This is Mara, away/);
  await priya.presses('Give the seat');
  await again.sees('While you were away, Priya became the host.');
  await again.presses('Take the host’s role back');
  await again.sees('The invite links were replaced');
  await jonas.joins(await again.link('candidate'));
  await again.letsIn('Jonas');
  await again.starts();
  await again.isHost();
});

test('the command menu opens in the lobby, with what the host and a panelist can do', async ({
  host,
  priya,
  jonas,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  await priya.joins(await host.link('panelist'));
  await priya.sees('The host starts the round.');
  await priya.findsAndDoes('I am ready');
  await host.sees('Ready');
  await jonas.joins(await host.link('candidate'));
  await jonas.sees('The host starts the round.');
  await jonas.findsAndDoes('Change my name');
  await jonas.page.getByRole('textbox', { name: 'Name' }).fill('Jonah');
  await jonas.presses('Rename');
  await host.sees('Jonah');
  await host.findsAndDoes('Invite links');
  await expect(host.page.getByRole('region', { name: 'Invite' }).getByRole('button').first()).toBeFocused();
  await host.findsAndDoes('Make Priya an observer');
  await host.sees('Observing');
  await host.findsAndDoes('Make Priya a panelist');
  await host.findsAndDoes('Hand over the host’s role to Priya');
  await host.presses('Hand over');
  await priya.sees('The invite links were replaced');
  await priya.findsAndDoes('Start the round');
  await host.sees('Jonah is in the hot seat');
});
