import { expectAccessible } from './fixtures/accessible';
import { promptOf, questionsOf } from './fixtures/bank';
import { opensARoom } from './fixtures/by-request';
import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

test('an agenda is suggested for the available time, and says why', async ({ host }) => {
  await host.opens('/new');
  // The first agenda is a suggestion too.
  await host.sees('The first question on each competency, the same for every candidate until you change it.');
  await host.presses('Suggest an agenda');
  await expect(host.page.getByRole('textbox', { name: 'Minutes' })).toBeFocused();
  await host.page.getByRole('textbox', { name: 'Minutes' }).fill('6');
  await host.presses('Delivery');
  await host.page.getByRole('textbox', { name: 'Minutes' }).press('Enter');
  await host.sees('First on Delivery');
  await host.sees('Suggested 2 questions, about 6 minutes.');
  await expect(host.page.getByRole('button', { name: 'Suggest again' })).toBeFocused();
  await expectAccessible(host, 'set up with a suggestion');
  await host.presses('Undo');
  await host.doesNotSee('2 questions, about 6 minutes');
  await expect(host.page.getByRole('button', { name: 'Suggest an agenda' })).toBeFocused();

  await host.presses('Suggest an agenda');
  await host.presses('Suggest');
  await host.sees('Suggested 2 questions, about 6 minutes.');
  await host.presses('Start over');
  await host.sees('10 questions, about 30 minutes');
  await host.sees('The first question on each competency, the same for every candidate until you change it.');
  await expect(host.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await host.presses('Add from the pack');
  await host.presses('Done');
  await expect(host.page.getByRole('button', { name: 'Add from the pack' })).toBeFocused();
});

test('questions are found by words, competency, level and length, and added', async ({ host }) => {
  await host.opens('/new');
  await host.presses('Add from the pack');
  const found = host.page.getByRole('region', { name: 'Add from the pack' });
  const filter = (name: string) => found.getByRole('combobox', { name });
  const findsOnly = async (what: RegExp) => {
    await expect(found.getByRole('listitem').filter({ hasNotText: what })).toHaveCount(0);
    await expect(found.getByRole('listitem').filter({ hasText: what })).not.toHaveCount(0);
  };
  await filter('Level').selectOption('staff');
  await findsOnly(/staff, \d/);
  await filter('Level').selectOption('Any');
  await filter('Length').selectOption('up to 3 minutes');
  await findsOnly(/, 3 minutes/);
  await filter('Length').selectOption('Any');
  await filter('Competency').selectOption('Delivery');
  await findsOnly(/^(Exercise, )?Delivery/);
  await found.getByRole('searchbox', { name: 'Search the pack' }).fill('law january');
  await expect(found.getByRole('listitem')).toHaveCount(1);
  await found.getByRole('button', { name: /^Add It is September/ }).click();
  await expect(host.page.getByRole('list', { name: 'Agenda' })).toContainText('A law takes effect');
});

test('a host who adds the second of two twins is told so, before and after', async ({ host }) => {
  await host.opens('/new');
  await host.presses('Add from the pack');
  const found = host.page.getByRole('region', { name: 'Add from the pack' });
  const agenda = host.page.getByRole('list', { name: 'Agenda' });
  const search = found.getByRole('searchbox', { name: 'Search the pack' });
  await search.fill('company A never sees');
  await expect(found.getByRole('listitem')).not.toContainText('Too close to');
  await search.fill('A list that grows');
  await found.getByRole('button', { name: /^Add A list that grows/ }).click();
  await search.fill('company A never sees');
  await expect(found.getByRole('listitem')).toContainText(
    'Too close to “A list that grows”, on the agenda: one answer gives the other away.',
  );
  await found.getByRole('button', { name: /^Add What would you build/ }).click();
  await expect(agenda).toContainText('Too close to “A list that grows”, earlier on the agenda');
  await expectAccessible(host, 'an agenda with two that give each other away');
  await agenda.getByRole('button', { name: 'Remove A list that grows' }).click();
  await expect(agenda).not.toContainText('Too close to');
});

test('the focus stays near when the last row of an agenda is removed', async ({ host }) => {
  await host.opens('/new');
  const rows = host.page.getByRole('list', { name: 'Agenda' });
  const remove = rows.getByRole('button', { name: /^Remove / });
  // From now on the rows stay the same elements.
  await expect(rows.getByRole('button', { name: /^Drag / }).first()).toBeVisible();
  await remove.first().focus();
  for (let left = await remove.count(); left > 0; left -= 1) {
    await expect(remove).toHaveCount(left);
    await expect(remove.first()).toBeFocused();
    await host.page.keyboard.press('Enter');
  }
  await host.sees('The agenda is empty.');
  await expect(host.page.getByRole('button', { name: 'Add from the pack' })).toBeFocused();

  await host.page.getByRole('textbox', { name: 'Your name' }).fill(host.name);
  await host.presses('Open the room');
  await expect(host.page.getByText('Add at least one question to the agenda.')).toBeFocused();
  // The last notice is the first of them.
  await host.page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(remove).toHaveCount(1);
});

test('in the lobby the plan shows its total time, and a notice restores a removed row', async ({ host }) => {
  await opensARoom(host);
  await host.presses('Change');
  const dialog = host.page.getByRole('dialog', { name: 'Change the plan' });
  await expect(dialog).toContainText('10 questions, about 30 minutes');
  await dialog
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await expect(dialog).toContainText('9 questions, about 27 minutes');
  await host.presses('Undo');
  await expect(dialog).toContainText('10 questions, about 30 minutes');

  await dialog
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await host.sees(/^Removed /);
  await host.presses('Cancel');
  await host.doesNotSee(/^Removed /);
});

test('a code exercise counts with its own time, in the panel’s total but without a number for the candidate', async ({
  host,
  jonas,
}) => {
  await host.opensARoom(async () => {
    await host.turns('Waiting room', 'off');
    await host.presses('Add from the pack');
    await host.page.getByRole('button', { name: 'Add A list that grows' }).click();
    await host.sees('11 questions, about 42 minutes');
  });
  await host.sees('11 questions, about 42 minutes.');
  await jonas.joins(await host.link('candidate'));
  await jonas.sees('11 questions');
  await jonas.sees(
    'About 3 minutes for each answer, so about 33 minutes, or longer if there is a code exercise.',
  );
  await host.presses('Change');
  await host.page.getByRole('tab', { name: 'Settings' }).click();
  await host.turns('Use the pack’s own times', 'on');
  await host.presses('Save');
  await jonas.sees('Each question has its own time, and you see how much of it is left.');
  await host.presses('Change');
  await host.page.getByRole('tab', { name: 'Settings' }).click();
  await host.turns('Use the pack’s own times', 'off');
  await host.presses('Save');

  await host.starts();
  await host.pushesNext();
  await host.presses('Change the agenda');
  const dialog = host.page.getByRole('dialog', { name: 'Change the agenda' });
  await expect(dialog).toContainText('Still to come: 10 questions, about 39 minutes.');
  await dialog.getByRole('button', { name: 'Remove A list that grows' }).click();
  await expect(dialog).toContainText('Still to come: 9 questions, about 27 minutes.');
});

test('the focus stays near when a place of the peers’ agenda is removed, also if the next one is equal', async ({
  host,
}) => {
  await host.opens('/new?format=peer');
  await host.presses('Suggest an agenda');
  await host.page.getByRole('textbox', { name: 'Minutes per person' }).fill('33');
  await host.presses('Suggest');
  await host.sees('Suggested 11 questions each, about 33 minutes per person.');
  await host.sees('Second on Engineering Excellence');
  const remove = host.page.getByRole('button', { name: 'Remove Engineering Excellence' });
  await expect(remove).toHaveCount(2);
  await expect(host.page.getByRole('button', { name: /^Drag / }).first()).toBeVisible();
  await remove.first().focus();
  await host.page.keyboard.press('Enter');
  await expect(remove).toHaveCount(1);
  await expect(remove).toBeFocused();
});

test('peers choose minutes and a level, and see what each of them gets', async ({ host }) => {
  await host.opens('/new?format=peer');
  await host.sees(/^(Each of you gets|Person 1:) 10 questions and 1 code exercise, about \d+ minutes/);
  await host.sees('This pack has 13 exercises: enough for one each with up to 13 of you.');
  await host.doesNotSee('Add from the pack');
  await host.presses('Suggest an agenda');
  await host.page.getByRole('textbox', { name: 'Minutes per person' }).fill('an hour');
  await host.presses('Suggest');
  await host.sees('Enter whole minutes, from 1 to 480.');
  await host.page.getByRole('textbox', { name: 'Minutes per person' }).fill('3');
  await host.presses('Customer Centricity');
  await host.presses('Suggest');
  await host.sees('Suggested 1 question each, about 3 minutes per person.');
  await host.chooses('3');
  await host.sees('Each of you gets 1 question, about 3 minutes: 1 senior-level question.');
  await host.page.getByRole('combobox', { name: 'Level' }).selectOption('junior');
  // There are two questions, and the third person gets the next level.
  await host.sees('Person 2: 1 question, about 3 minutes: 1 junior');
  await expectAccessible(host, 'set up for peers with a suggestion');
  await host.presses('Undo');
  await host.sees(/^(Each of you gets|Person 1:) 10 questions/);

  host.expectsInConsole(/net::ERR_FAILED/);
  await host.page.route('**/forecast', (route) => route.abort());
  await host.chooses('5');
  await host.sees('We can’t tell right now what each of you gets.');
  await host.page.unroute('**/forecast');
  await host.chooses('6');
  await host.sees(/^(Each of you|Person 1)/);
});

test('peers are offered a place for code, and told for how many of them the pack has an exercise', async ({
  host,
}) => {
  await host.opens('/new?format=peer&pack=typescript-platform');
  await host.sees('This pack has 5 exercises: enough for one each with up to 5 of you.');
  await expect(host.page.getByRole('button', { name: 'Remove Code exercise' })).toHaveCount(1);
  await host.presses('Add a code exercise');
  await host.sees('This pack has 5 exercises: enough for one each with 4 of you, not for two.');
  await expectAccessible(host, 'set up for peers with places for code');
  await host.chooses('6');
  await host.sees('This pack has 5 exercises: enough for two each with 2 of you, none with 6.');
  await host.page.getByRole('button', { name: 'Remove Code exercise' }).first().click();
  await host.sees('This pack has 5 exercises: enough for one each with 5 of you, none with 6.');
  await host.presses('Suggest an agenda');
  await host.page.getByRole('textbox', { name: 'Minutes per person' }).fill('33');
  await host.turns('Also a code exercise', 'on');
  await host.presses('Suggest');
  await host.sees(
    /^Suggested \d+ questions and 1 code exercise each, about \d+ minutes per person plus the code\.$/,
  );
});

test('a host who read questions for a led room and then chooses a peer room is dealt others', async ({
  host,
}) => {
  await host.opens('/new');
  await host.sees('10 questions, about 30 minutes');
  await host.sees(/^Anybody can read this pack/);
  await host.chooses('Peer practice');
  await host.doesNotSee(/^Anybody can read this pack/);
  await host.sees(/56 of the pack’s 66 questions are new to you/);
});

/** Opens one more room, with the name known already. */
async function opensAnother(host: Host, format: 'led' | 'peer'): Promise<void> {
  await host.opens(`/new?format=${format}`);
  await host.chooses(format === 'led' ? 'Led panel' : 'Peer practice');
  await host.turns('Waiting room', 'off');
  await host.presses('Open the room');
  await host.page.waitForURL('**/room/*');
}

test('friends who meet again hear no question twice, and a led panel sees what its candidate has heard', async ({
  host: mara,
  meet,
}) => {
  const priya = await meet('Priya', Host);
  const lee = await meet('Lee', Host);
  let heard = '';

  const nora = await meet('Nora', Host);
  await nora.opens('/new?format=led');
  await nora.chooses('Led panel');
  const usual = await nora.page.getByRole('list', { name: 'Agenda' }).innerText();

  await test.step('one evening Priya is asked something', async () => {
    await mara.opensARoom(() => mara.turns('Waiting room', 'off'), 'Practise with peers');
    for (const friend of [priya, lee]) await friend.joins(await mara.link('panelist'));
    await mara.sees(/^(Each of you gets|Person 1:) 10 questions/);
    await mara.doesNotSee(/new to everybody here/);
    await mara.page.getByRole('combobox', { name: 'First in the hot seat' }).selectOption('Priya');
    await mara.starts();
    await mara.isHost();
    heard = (await questionsOf(mara)).bank.map(promptOf).find((prompt) => usual.includes(prompt)) ?? '';
    expect(heard).not.toBe('');
    await mara.pushesFromTheBank(heard, heard);
    await priya.sees(heard);
  });

  await test.step('another evening nobody is asked it again: the lobby says how much is new to everybody there', async () => {
    await opensAnother(lee, 'peer');
    await mara.joins(await lee.link('panelist'));
    await priya.joins(await lee.link('panelist'));
    await lee.sees(/65 of the pack’s 66 questions are new to everybody here/);
    await lee.page.getByRole('combobox', { name: 'First in the hot seat' }).selectOption('Mara');
    await lee.starts();
    await lee.isHost();
    const { bank } = await questionsOf(lee);
    expect(bank.length).toBeGreaterThan(10);
    expect(bank.map(promptOf)).not.toContain(heard);
  });

  await test.step('the host of a new led room sees which questions they have heard, and may get others suggested', async () => {
    await priya.opens('/new?format=led');
    await priya.chooses('Led panel');
    await priya.sees('You have heard 1 of this pack’s');
    await priya.sees(heard);
    await priya.sees('You have heard it before');
    await priya.presses('Suggest an agenda');
    await priya.presses('Suggest');
    await priya.sees('First on Engineering Excellence, new to you');
    await priya.doesNotSee(heard);
  });

  await test.step('when Priya is interviewed, the host is told, and gets others suggested', async () => {
    await opensAnother(mara, 'led');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await mara.page.route('**/forecast', (route) => held.then(() => route.continue()));
    await priya.joins(await mara.link('candidate'));
    await priya.sees(/The host sees which of this pack’s questions you have met/);
    await mara.sees('Priya');
    await mara.doesNotSee(/candidate has heard/);
    answer();
    await mara.sees('The candidate has heard 1 of these 10 before.');
    await mara.presses('Change');
    await mara.sees('The candidate has heard it before');
    await mara.presses('Suggest an agenda');
    await mara.presses('Suggest');
    await mara.sees('First on Engineering Excellence, new to the candidate');
    await expectAccessible(mara, 'the plan with a suggestion');
    await mara.presses('Save');
    await mara.sees('All of them are new to the candidate.');
  });
});
