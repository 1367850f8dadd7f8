import { promptOf, questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import { Keys } from './fixtures/keys';
import type { Panelist } from './fixtures/panelist';
import { expect, test } from './fixtures/test';

test('when the element with the focus disappears, the focus goes to one near it', async ({
  host,
  priya,
  jonas,
}) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const { page } = host;
  const keys = new Keys(page);
  const focused = page.locator(':focus');
  await expect(page.getByRole('main')).toBeFocused();
  const [, second] = (await questionsOf(host)).agenda;

  await test.step('from the button that pushed to the question in the bank', async () => {
    await keys.press('/');
    await keys.type(promptOf(second).slice(0, 24));
    await keys.use('button', `Push: ${promptOf(second)}`);
    await host.listensTo(promptOf(second));
    const bank = page.getByRole('region', { name: 'Bank' });
    await expect(bank.getByRole('button', { name: promptOf(second) })).toBeFocused();
  });

  await test.step('a push is announced once: to the others by the room, to the person who pushed by the notice', async () => {
    const spoken = (person: Panelist) => person.page.locator('[aria-live] > p').filter({ hasText: 'ask' });
    await expect(spoken(priya).filter({ hasText: `: ${promptOf(second)}` })).toHaveCount(1);
    await expect(page.getByRole('listitem').filter({ hasText: 'Pushed to the candidate' })).toHaveCount(1);
    await expect(spoken(host)).toHaveCount(0);
  });

  await test.step('from the button that pushed a follow-up to the text that it was pushed', async () => {
    await keys.use('button', /^Push: /, page.getByRole('region', { name: 'Follow-ups' }));
    await expect(page.getByText('pushed', { exact: true })).toBeFocused();
  });

  await test.step('from a deleted note to the next one, and from the last to where notes are written', async () => {
    await host.notes('one');
    await host.notes('two');
    await keys.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await expect(focused).toHaveAccessibleName('Delete this note');
    await keys.press('Enter');
    await expect(host.note('two')).toBeFocused();
    await keys.press('Tab', 'Tab', 'Enter');
    await expect(host.noteField).toBeFocused();
  });

  await test.step('from the reveal button to the opened ratings', async () => {
    await keys.press('Escape', '4');
    await host.sees('1 of 2 rated');
    await keys.use('button', /^Reveal/);
    await keys.use('button', /^Reveal/, page.getByRole('alertdialog'));
    await expect(page.getByRole('heading', { name: 'Ratings', exact: true })).toBeFocused();
  });

  await test.step('from the dialog that ended the asking to the room', async () => {
    await keys.use('button', 'Finish');
    await keys.use('button', 'Finish and go to verdicts');
    await jonas.sees('Take a breath');
    await host.sees('Verdicts, each alone');
    await expect(page.getByRole('main')).toBeFocused();
  });
});

test('a person who is writing a note when the next question arrives keeps writing, and rates nothing by accident', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const { page } = priya;
  const { agenda } = await questionsOf(host);
  const second = promptOf(agenda[1]);
  const third = promptOf(agenda[2]);
  const question = page.getByRole('tabpanel', { name: 'Question' });
  await host.pushesNext();
  await priya.noteField.pressSequentially('he names 4 regions, and');

  await host.pushesFromTheBank(second.slice(0, 24), second);
  await expect(question.getByText(second)).toBeVisible();
  await expect(priya.noteField).toBeFocused();
  await page.keyboard.type('3 of them ');
  await expect(priya.noteField).toHaveValue('3 of them ');
  await host.sees('0 of 2 rated');
  await page.keyboard.press('Enter');

  await test.step('so does a person who is changing a note', async () => {
    await priya.note('3 of them').press('Enter');
    await page.keyboard.type(' at least');
    await host.pushesFromTheBank(third.slice(0, 24), third);
    await expect(question.getByText(third)).toBeVisible();
    await expect(priya.noteField).toBeFocused();
    await priya.looksAt(second);
    await expect(priya.note('3 of them at least')).toBeVisible();
  });

  await test.step('and if no field is left, the keys reach no button', async () => {
    const fourth = promptOf(agenda[3]);
    await host.pushesFromTheBank(fourth.slice(0, 24), fourth);
    await expect(question.getByText(fourth)).toBeVisible();
    await priya.noteField.pressSequentially('and now');
    await host.skips();
    await priya.sees('They appear here as soon as a question is asked');
    await expect(page.getByRole('tabpanel', { name: 'My notes' })).toBeFocused();
  });
});

test('in a narrow window the focus follows into the tab that opens', async ({ host, priya, wired }) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await priya.page.setViewportSize({ width: 390, height: 844 });
  await priya.opensTab('Agenda');
  const keys = new Keys(priya.page);
  const [first] = (await questionsOf(priya)).agenda;
  await keys.use('button', `Push: ${promptOf(first)}`);
  await host.listensTo(promptOf(first));
  await expect(priya.page.getByRole('tabpanel', { name: 'Question' })).toBeFocused();
  await test.step('also into the one that shows the ratings', async () => {
    await host.page.setViewportSize({ width: 390, height: 844 });
    await host.opensTab('My notes');
    await host.sees('0 of 2 rated');
    await host.page.keyboard.press('4');
    await host.sees('1 of 2 rated');
    await host.page.getByRole('tabpanel', { name: 'My notes' }).focus();
    const keys = new Keys(host.page);
    await keys.use('button', /^Reveal/);
    await keys.use('button', /^Reveal/, host.page.getByRole('alertdialog'));
    await host.sees('Your first, 4, stays.');
    await expect(host.page.getByRole('heading', { name: 'Ratings', exact: true })).toBeFocused();
  });
});
