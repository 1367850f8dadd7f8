import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

const TOO_LONG = 'one queue per country '.repeat(200);
const WHY = 'clear borders between what may fail';
const REASON = 'half of a reason';

test('words that are not sent yet survive another question, a reload and a return to asking', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  const verdict = priya.page.getByRole('radio', { name: 'Yes', exact: true });
  const why = priya.page.getByRole('textbox', { name: 'Why' });

  await test.step('a note that is edited over its limit is there after the next question and a reload', async () => {
    await priya.notes('one queue');
    await priya.page.getByRole('button', { name: /^Change the note .*one queue/ }).click();
    const edited = priya.page.getByRole('textbox', { name: /^The note at/ });
    await edited.fill(TOO_LONG);
    await priya.sees(/over the limit/);
    await priya.reloads();
    await expect(edited).toHaveValue(TOO_LONG);
    // The first focus puts the cursor at the end.
    await edited.focus();
    await edited.fill('one queue per country');
    await edited.press('Enter');
    await expect(priya.page.getByRole('button', { name: /^Change the note .*per country/ })).toBeVisible();
  });

  await test.step('a verdict that is not submitted survives a reload', async () => {
    await host.finishesAsking();
    await verdict.check();
    await why.fill(WHY);
    await priya.reloads();
    await expect(verdict).toBeChecked();
    await expect(why).toHaveValue(WHY);
    await priya.presses('Submit face down');
    await host.sees('1 of 2 verdicts in');
  });

  await test.step('back at asking the question is live again, and then verdicts are asked anew', async () => {
    await host.presses('Go back to asking');
    await host.finishesAsking();
    await host.sees('0 of 2 verdicts in');
    await priya.sees('This is your verdict from before the last question.');
    await expect(why).toHaveValue(WHY);
    await priya.presses('Submit face down');
    await priya.presses('Change it');
    await expect(why).toHaveValue(WHY);
    await priya.presses('Keep it');
    await host.givesVerdict('Yes', 'sound');
  });

  await test.step('a decision in the making survives a look at the evidence, and a reload', async () => {
    await host.presses('Open the debrief');
    const reason = host.page.getByRole('textbox', { name: 'Why' });
    await host.page.keyboard.press('Control+k');
    await host.page.keyboard.type('Record the decision');
    await host.page.keyboard.press('Enter');
    const advance = host.page.getByRole('radio', { name: 'Advance' });
    await expect(advance).toBeFocused();
    await advance.check();
    await reason.fill(REASON);
    await host.page.getByRole('table').getByRole('button').first().click();
    await expect(reason).toBeHidden();
    await host.reloads();
    await expect(reason).toHaveValue(REASON);
    await host.presses('Record and close the round');
    await host.sees(REASON);
    await host.presses('Change the decision');
    await expect(reason).toHaveValue(REASON);
  });
});
