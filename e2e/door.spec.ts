import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { Candidate } from './fixtures/candidate';
import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('the host is told once about each person who is waiting, also with the list of people open', async ({
  host,
  wired,
}) => {
  const [priya, lee, jonas] = [wired('Priya'), wired('Lee'), wired('Jonas')];
  await opensARoom(host, { waitingRoom: true });
  const link = await linkOf(host, 'panelist');
  const spoken = host.page.locator('[aria-live] > p');
  await takesASeat(priya, link);
  await expect(spoken.filter({ hasText: 'Priya is waiting to join the panel.' })).toHaveCount(1);
  await host.letsIn('Priya');
  await takesASeat(jonas, await linkOf(host, 'candidate'));
  await host.letsIn('Jonas');
  await host.starts();
  await host.presses(/here$/);
  await takesASeat(lee, link);
  await expect(host.page.getByRole('dialog').getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await expect(spoken.filter({ hasText: 'Lee is waiting' })).toHaveCount(1);
});

test('a second press on Enter decides nothing about the next person who is waiting', async ({
  host,
  wired,
}) => {
  const [priya, lee, noor, jonas] = [wired('Priya'), wired('Lee'), wired('Noor'), wired('Jonas')];
  await opensARoom(host, { waitingRoom: true });
  const { page } = host;
  const link = await linkOf(host, 'panelist');
  const letsInByKey = async (name: string) => {
    await page.getByRole('button', { name: `Let ${name} in` }).focus();
    await page.keyboard.press('Enter');
  };
  for (const panelist of [priya, lee]) await takesASeat(panelist, link);
  await host.sees('Lee');
  await letsInByKey('Priya');
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeFocused();
  await letsInByKey('Lee');
  await takesASeat(jonas, await linkOf(host, 'candidate'));
  await host.letsIn('Jonas');
  await host.starts();

  for (const late of [noor, wired('Sam')]) await takesASeat(late, link);
  await host.sees(/^Sam is waiting/);
  await letsInByKey('Noor');
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeFocused();
  await host.sees(/^Sam is waiting/);
});

test('the candidate who clicked the panel’s link is put right, and only that link is replaced, as the dialog says', async ({
  host,
  priya,
  jonas,
}) => {
  await host.opensARoom();
  const [panel, candidate, observer] = [
    await host.link('panelist'),
    await host.link('candidate'),
    await host.link('observer'),
  ];
  await jonas.joins(panel);
  await host.choosesFor('Jonas', 'They’re here to take the hot seat');
  await host.sees('Jonas used the link for the panel. That link is replaced');
  await host.presses('Make the candidate');
  await host.sees('to take the hot seat');
  await host.letsIn('Jonas');
  await jonas.sees('What will happen');
  await expect.poll(() => host.link('panelist')).not.toBe(panel);
  expect(await host.link('candidate')).toBe(candidate);
  expect(await host.link('observer')).toBe(observer);
  await priya.joins(await host.link('panelist'));
  await host.letsIn('Priya');
});

test('a second candidate waits for their turn, and everyone else is let in with a word on what they will see', async ({
  host,
  priya,
  lee,
  noor,
  jonas,
  meet,
}) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const carla = await meet('Carla', Candidate);
  await carla.joins(jonas.cameBy);
  await carla.sees('Mara will let you in when the panel is ready for you');
  await host.sees('Carla is waiting to take the hot seat, after Jonas’s round.');
  await host.presses(/here$/);
  const people = host.page.getByRole('dialog', { name: 'People' });
  await expect(people.getByText('to take the hot seat, after Jonas’s round')).toBeVisible();
  await expect(people.getByRole('button', { name: 'Let Carla in' })).toHaveCount(0);
  await expect(people.getByRole('button', { name: 'Let everyone in' })).toHaveCount(0);
  await lee.joins(priya.cameBy);
  await noor.joins(priya.cameBy);
  await expect(
    people.getByText(/the panelists and observers see the questions and key points/),
  ).toBeVisible();
  await people.getByRole('button', { name: 'Let everyone in' }).click();
  for (const late of [lee, noor]) await late.sees('Jonas in the hot seat');
  await expect(people.getByRole('button', { name: 'Decline Carla' })).toBeVisible();
  await people.getByRole('button', { name: 'Decline Carla' }).click();
  await carla.sees('The host did not let you in');
});
