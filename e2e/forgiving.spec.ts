import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { Candidate } from './fixtures/candidate';
import { startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const PHONE = { viewport: { width: 390, height: 844 } };

test('a candidate continues on their phone with their return link, and is still themselves', async ({
  host,
  jonas,
  meet,
  wired,
}) => {
  const priya = wired('Priya');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  const link = await jonas.returnLink();
  const phone = await meet('Jonas', Candidate, PHONE);
  await phone.opens(link);
  await phone.presses('Continue here');
  await phone.page.waitForURL('**/room/*');
  await phone.sees('Question 1 of 10, from Mara');
  await phone.takesAMoment();
  await jonas.sees('paused for you');
  await host.sees('3 here');
});

test('a person whose browser forgot them gets their seat from the host, in the waiting room', async ({
  host,
  jonas,
  meet,
  wired,
}) => {
  const priya = wired('Priya');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await jonas.page.close();
  await host.sees('2 of 3 here');
  const again = await meet('Jonas', Candidate);
  await again.joins(jonas.cameBy);
  await again.sees('Mara will let you in');
  await host.choosesFor('Jonas', /^This is Jonas, away.*: give them their seat$/);
  await host.sees('Give them the seat of Jonas?');
  await host.presses('Give the seat');
  await again.sees('You have your seat again');
  await again.sees('Question 1 of 10, from Mara');
  await host.sees('3 here');
  await host.doesNotSee('Jonas is waiting');
  await again.doesNotSee('another browser');
  // Whoever opens the old browser learns of it.
  const old = await jonas.context.newPage();
  await old.goto(again.page.url());
  await expect(old.getByText(/^The host gave your seat to another browser/)).toBeVisible();
  await again.doesNotSee('another browser');
});

test('names are corrected, and two people with the same name are distinguished', async ({
  host,
  jonas,
  wired,
}) => {
  const [priya, lee] = [wired('Priya'), wired('Lee')];
  await opensARoom(host);
  const link = await linkOf(host, 'panelist');
  await takesASeat(priya, link);
  await takesASeat(lee, link);
  await takesASeat(jonas, await linkOf(host, 'candidate'));
  await host.choosesFor('Lee', 'Rename');
  await host.page.getByRole('textbox', { name: 'Name' }).fill('Leah');
  await host.presses('Rename');
  await jonas.sees('Leah');
  await jonas.renamesThemself('Jonah');
  await host.sees('Jonah');
  await host.doesNotSee('Jonas');

  await takesASeat(wired('Priya'), link);
  await host.sees('joined first');
  await host.sees('joined second');
});

test('of two people with one name who are away, the host gives the right one their seat, and is asked first', async ({
  host,
  meet,
  wired,
}) => {
  await opensARoom(host);
  const link = await linkOf(host, 'panelist');
  for (const anna of [wired('Anna'), wired('Anna')]) {
    await takesASeat(anna, link);
    anna.disconnects();
  }
  await host.presses('Change');
  await host.opensTab('Settings');
  await host.turns('Waiting room', 'on');
  await host.presses('Save');
  await expect(host.page.getByText(/^Away/)).toHaveCount(2);
  const again = await meet('Anna', Person);
  await again.joins(link);
  await host.choosesFor('Anna (3)', /^This is Anna \(2\), joined second, away.*: give them their seat$/);
  await host.sees('Give them the seat of Anna (2)?');
  await host.sees('their private notes, ratings and verdict');
  await host.presses('Don’t give it');
  await again.sees('Mara will let you in');
  await host.choosesFor('Anna (3)', /^This is Anna \(2\)/);
  await host.presses('Give the seat');
  await again.sees('joined second');
  await host.doesNotSee('Waiting room');
});

test('a person removed by mistake is let back in with their old role', async ({ host, lee, wired }) => {
  const [priya, jonas] = [wired('Priya'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya, lee], candidate: jonas });
  await host.pushesNext();
  await lee.notes('written before');
  await host.page.getByRole('button', { name: /here$/ }).click();
  await host.removes('Lee');
  await lee.sees('The host removed you from this room');
  await host.page.getByText('Removed or declined: 1').click();
  await host.presses('Let Lee back in');
  await lee.presses('Reload');
  await expect(lee.note('written before')).toBeVisible();
});

test('the host undoes mistakes: a start, the end of asking, the end of the room', async ({
  host,
  priya,
  jonas,
}) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.choosesMore('Discard this round');
  await host.presses('Discard the round');
  await host.sees('The round was discarded');
  await jonas.sees('Jonas (you)');
  await host.starts();
  await host.pushesNext();
  await priya.notes('kept all along');
  await priya.rates(4);
  await host.finishesAsking();
  await jonas.sees('In your own words');
  await host.presses('Go back to asking');
  await jonas.sees('Question 1 of 10, from Mara');
  await expect(priya.note('kept all along')).toBeVisible();
  await host.pushesNext();
  await jonas.sees('Question 2 of 10, from Mara');
  await host.choosesMore('End the room');
  await host.page.getByRole('alertdialog').getByRole('button', { name: 'End the room' }).click();
  for (const person of [host, priya, jonas]) await person.sees('This room has ended');
  await host.presses('Reopen the room');
  await jonas.sees('Question 2 of 10, from Mara');
  await priya.rates(3);
  await host.sees('1 of 2 rated');
});

test('a panelist who joins late waits to be let in, and counts from their first question on', async ({
  host,
  lee,
  wired,
}) => {
  const [priya, jonas] = [wired('Priya'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  const link = priya.cameBy;
  await lee.joins(link);
  await lee.sees('Mara will let you in');
  await host.sees('Once in, they see the questions and key points of this round.');
  await host.letsIn('Lee');
  await lee.sees('asked by Mara');
  await host.rates(4);
  await host.sees('1 of 2 rated');
  await host.pushesNext();
  await priya.rates(4);
  await host.sees('1 of 3 rated');
  await host.finishesAsking();
  await host.sees('0 of 2 verdicts in');
  await lee.presses('Wait for mine');
  await host.sees('0 of 3 verdicts in');
});

test('the host sees their return link when the room opens, and it makes them the host in another browser', async ({
  host,
  meet,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  await host.presses('Show my return link');
  await host.presses('Copy return link');
  const link = await host.page.evaluate(() => navigator.clipboard.readText());
  await host.page.close();
  const elsewhere = await meet('Somebody', Host);
  await elsewhere.opens(link);
  await elsewhere.presses('Continue here');
  await elsewhere.sees('Mara (you)');
  await elsewhere.link('candidate');
});
