import { Candidate } from './fixtures/candidate';
import { startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { Panelist } from './fixtures/panelist';
import { expect, test } from './fixtures/test';

const PHONE = { viewport: { width: 390, height: 844 } };

test('a candidate continues on their phone with their return link, and is still themselves', async ({
  host,
  priya,
  jonas,
  meet,
}) => {
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
  priya,
  jonas,
  meet,
}) => {
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
  priya,
  lee,
  jonas,
  meet,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('panelist');
  await priya.joins(link);
  await lee.joins(link);
  await jonas.joins(await host.link('candidate'));
  await host.choosesFor('Lee', 'Rename');
  await host.page.getByRole('textbox', { name: 'Name' }).fill('Leah');
  await host.presses('Rename');
  await jonas.sees('Leah');
  await jonas.renamesThemself('Jonah');
  await host.sees('Jonah');
  await host.doesNotSee('Jonas');

  const second = await meet('Priya', Panelist);
  await second.joins(link);
  await host.sees('joined first');
  await host.sees('joined second');
});

test('of two people with one name who are away, the host gives the right one their seat, and is asked first', async ({
  host,
  meet,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('panelist');
  const [first, second] = [await meet('Anna', Panelist), await meet('Anna', Panelist)];
  for (const anna of [first, second]) {
    await anna.joins(link);
    await anna.sees('Anna (you)');
    await anna.page.close();
  }
  await host.presses('Change');
  await host.opensTab('Settings');
  await host.turns('Waiting room', 'on');
  await host.presses('Save');
  await expect(host.page.getByText(/^Away/)).toHaveCount(2);
  const again = await meet('Anna', Panelist);
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

test('a person removed by mistake is let back in with their old role', async ({
  host,
  priya,
  lee,
  jonas,
}) => {
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
  priya,
  jonas,
  lee,
}) => {
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
