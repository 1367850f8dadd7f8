import { expectAccessible } from './fixtures/accessible';
import { questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

const WHY_YES = 'calm, and clear about what may fail';
const WHY_NO = 'no plan for a half-finished run';
const DECIDED = 'two for, one against, with references to follow';
const KEEP = 'naming the cost before the benefit';
const WORK = 'say who decides when it fails';
const LATER = 'say who decides, and by when';
const NOTE = 'a queue for each tenant';
const SUMMARY = 'A good hour. Practise recovery out loud.';

test('a led round is closed in private and published later, with means and without names', async ({
  host,
  priya,
  lee,
  jonas,
}) => {
  await startLedRound({ host, panelists: [priya, lee], candidate: jonas });
  const { agenda } = await questionsOf(host);
  const [point] = agenda[0]?.points ?? [];
  if (!point) throw new Error('The pack has too little for this story');
  const secrets = [WHY_YES, WHY_NO, DECIDED];

  await test.step('one question, rated apart, and verdicts', async () => {
    await host.pushesNext();
    await lee.ticks(point.text, 'missed');
    await priya.notes(NOTE);
    await host.rates(4);
    await priya.rates(5);
    await lee.rates(2);
    await host.reveals();
    await host.finishesAsking();
    await priya.givesVerdict('Strong yes', WHY_YES);
    await lee.givesVerdict('No', WHY_NO);
    await host.givesVerdict('Yes', '');
  });

  await test.step('the panel debriefs and decides without Jonas, who stays in the green room', async () => {
    await host.presses('Open the debrief');
    await host.sees('doesn’t know that you’ve begun');
    await priya.page.getByRole('textbox', { name: 'Keep doing' }).fill(KEEP);
    await lee.page.getByRole('button', { name: point.text.replaceAll('`', '') }).click();
    await lee.page.getByRole('textbox', { name: 'Work on next' }).fill(WORK);
    for (const person of [priya, lee]) await person.presses('Save feedback');
    await host.sees('2 of 3 written');
    await host.page.getByRole('textbox', { name: 'Summary from the panel' }).fill(SUMMARY);
    await host.presses('Save summary');
    await host.chooses('Advance');
    await host.page.getByRole('textbox', { name: 'Why' }).fill(DECIDED);
    await jonas.sees('Take a breath');
    await host.presses('Record and close the round');
    for (const person of [host, priya, lee]) {
      await person.sees('The round is closed');
      await person.sees(/^Lee( \(you\))? dissents$/);
    }
    await jonas.sees('The panel has finished');
  });

  await test.step('the panel has its scorecard; Jonas has none', async () => {
    await lee.opensTheScorecard();
    await lee.sees('Decision, for the panel alone');
    await lee.sees(DECIDED);
    await lee.sees(WORK);
    expectNothingOf(lee, [KEEP, SUMMARY]);
    const address = new URL(lee.page.url()).pathname;
    await lee.opens(address.replace('/scorecards/', '/replay/'));
    await lee.page.getByLabel('Jump by').selectOption({ label: 'Decision' });
    await lee.presses('Next');
    await lee.sees(DECIDED);
    await lee.opens(address);
    jonas.expectsInConsole(/status of 404/);
    await jonas.opens(new URL(lee.page.url()).pathname);
    await jonas.sees('This scorecard is not open to you');
    await jonas.page.goBack();
    await jonas.sees('The panel has finished');
    expectNothingOf(jonas, [...secrets, KEEP, WORK, SUMMARY]);
  });

  await test.step('Mara publishes later, and sees before what Jonas will see', async () => {
    await host.presses('Publish the scorecard');
    const dialog = host.page.getByRole('dialog', { name: 'Publish the scorecard' });
    await expect(dialog.getByRole('radio', { name: 'Means' })).toBeChecked();
    const preview = dialog.getByRole('region', { name: 'What Jonas will see' });
    await expect(preview.getByText(SUMMARY)).toBeVisible();
    await expect(preview.getByText(WHY_NO)).toHaveCount(0);
    await dialog.getByRole('checkbox', { name: /^Verdicts/ }).check();
    await expect(preview.getByText(WHY_NO)).toBeVisible();
    await dialog.getByRole('checkbox', { name: /^Verdicts/ }).uncheck();
    await expect(preview.getByText(WHY_NO)).toHaveCount(0);
    expectNothingOf(host, [KEEP, WORK]);
    await preview.hover();
    await host.page.mouse.wheel(0, 300);
    const scrolled = () => preview.evaluate((element) => element.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(0);
    await preview.focus();
    await host.page.keyboard.press('Home');
    await expect.poll(scrolled).toBe(0);
    await expectAccessible(host, 'the publish dialog');
    await dialog.getByRole('checkbox', { name: /^Shared evidence/ }).check();
    await expect(preview.getByText(NOTE)).toHaveCount(0);
    await priya.page.getByRole('region', { name: 'My round' }).getByRole('button').first().click();
    await priya.shares(NOTE);
    await expect(preview.getByText(NOTE)).toBeVisible();
    await dialog.getByRole('checkbox', { name: /^Shared evidence/ }).uncheck();
    await expect(preview.getByText(NOTE)).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await host.sees('The scorecard is published');
  });

  await test.step('Jonas sees exactly that: means and feedback', async () => {
    await jonas.sees('Your scorecard is ready');
    await jonas.opensTheScorecard();
    await jonas.sees(SUMMARY);
    await jonas.sees(KEEP);
    await jonas.sees(WORK);
    await jonas.sees('The panel shared their mean.');
    await jonas.doesNotSee('Priya: 5');
    expectNothingOf(jonas, [...secrets, point.text]);
  });

  await test.step('and nothing once it is withdrawn, and the page says so', async () => {
    await host.presses('What Jonas sees');
    await host.presses('Withdraw the scorecard');
    await host.sees('The round is closed');
    await host.presses('Publish the scorecard');
    await host.sees('Jonas may have read or kept it by then. That can’t be taken back.');
    await jonas.reloads();
    await jonas.sees('This scorecard is not open to you');
  });

  await test.step('after the end, Mara records that the panel has thought again', async () => {
    await host.presses('Not yet');
    await host.endsTheRoom();
    await host.sees(/has no scorecard, advance/);
    await host.presses('Decision about Jonas');
    await host.chooses('Hold');
    await host.presses('Record the change');
    await host.sees(/has no scorecard, hold/);
  });

  await test.step('a dialog that was left open learns that Mara published in another tab', async () => {
    await expect(host.page.getByRole('link', { name: 'Open the scorecard of Jonas' })).toBeVisible();
    await host.presses('Publish the scorecard of Jonas');
    const left = host.page.getByRole('dialog', { name: 'Publish the scorecard' });
    await expect(left).toBeVisible();
    const other = await host.context.newPage();
    await other.goto(host.page.url());
    await other.getByRole('button', { name: 'Publish the scorecard of Jonas' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    const now = host.page.getByRole('dialog', { name: 'What Jonas sees' });
    await now.getByRole('checkbox', { name: /^Verdicts/ }).check();
    await expect(host.page.getByText('The preview has changed.').last()).toBeAttached();
    await now.getByRole('button', { name: 'Withdraw the scorecard' }).click();
    await host.sees(/has no scorecard, hold/);
    await other.close();
  });

  await test.step('and Priya stops sharing her note, and hears who may have read it', async () => {
    await priya.opens(new URL(lee.page.url()).pathname);
    const note = priya.page.getByRole('listitem').filter({ hasText: NOTE });
    await note.getByRole('button', { name: /^Who reads this note: and the candidate/ }).click();
    await priya.page.getByRole('menuitem', { name: 'Only me' }).click();
    await priya.sees('From now on only you see this note.');
    await priya.sees(/^The panel may have read it on the scorecard.* the candidate may have read it/);
    await expect(note.getByRole('button', { name: 'Who reads this note: only me' })).toBeVisible();
    await expect(priya.page.getByRole('heading', { name: 'Evidence' })).toHaveCount(0);
    await expect(priya.page.getByRole('heading', { name: 'Only you see this' })).toBeVisible();
  });

  await test.step('Lee changes his feedback on the scorecard, and hears who may have read the earlier text', async () => {
    await lee.reloads();
    await lee.presses('Change your feedback');
    const dialog = lee.page.getByRole('dialog', { name: 'Your feedback for Jonas' });
    await expect(dialog).toContainText('The panel may have read the earlier text');
    await expectAccessible(lee, 'the feedback of a round that is over');
    await dialog.getByRole('textbox', { name: 'Work on next' }).fill(LATER);
    await dialog.getByRole('button', { name: 'Save feedback' }).click();
    await lee.sees('Your feedback is saved.');
    await expect(lee.page.getByRole('region', { name: 'Feedback' })).toContainText(LATER);
    await lee.doesNotSee(WORK);
  });
});

test('a host who joined later publishes a round, and sees no preview of it', async ({
  host,
  priya,
  jonas,
  meet,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('panelist');
  await priya.joins(link);
  await jonas.joins(await host.link('candidate'));
  await host.starts();
  await host.pushesNext();
  await host.rates(4);
  await priya.rates(5);
  await host.reveals();
  await host.finishesAsking();
  await priya.givesVerdict('Strong yes', WHY_YES);
  await host.givesVerdict('Yes', '');
  await host.presses('Open the debrief');
  await host.chooses('Advance');
  await host.page.getByRole('textbox', { name: 'Why' }).fill(DECIDED);
  await host.presses('Record and close the round');
  await host.sees('The round is closed');

  const nia = await meet('Nia', Host);
  await nia.joins(link);
  await host.presses('More');
  await host.page.getByRole('menuitem', { name: 'People and roles' }).click();
  await host.presses('What to do with Nia');
  await host.page.getByRole('menuitem', { name: 'Hand over the host' }).click();
  await host.presses('Hand over');
  await nia.presses('Publish the scorecard');
  const dialog = nia.page.getByRole('dialog', { name: 'Publish the scorecard' });
  await expect(dialog.getByText('This round was over before you joined')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'What Jonas will see' })).toHaveCount(0);
  await expectAccessible(nia, 'the publish dialog without a preview');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await nia.sees('The scorecard is published');
  await expect(nia.page.getByRole('button', { name: 'Change the decision' })).toHaveCount(0);
  await jonas.sees('Your scorecard is ready');
});
