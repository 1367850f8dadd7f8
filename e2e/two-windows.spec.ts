import { startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { Panelist } from './fixtures/panelist';
import { expect, test } from './fixtures/test';

const PHONE = { viewport: { width: 390, height: 844 } };

test('of two windows of one person, neither writes over a verdict or feedback that the other has saved', async ({
  priya,
  meet,
  wired,
}) => {
  const [host, jonas] = [wired('Mara'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.rates(4);
  const phone = await meet('Priya', Panelist, PHONE);
  await phone.opens(await priya.returnLink());
  await phone.presses('Continue here');
  await phone.page.waitForURL('**/room/*');
  await host.finishesAsking();
  const why = (person: Panelist) => person.page.getByRole('textbox', { name: 'Why' });

  await test.step('the phone sees what the laptop saved meanwhile, and keeps it', async () => {
    await why(phone).fill('From the phone.');
    await priya.givesVerdict('Yes', 'From the laptop.');
    await expect(phone.page.getByText('Saved in another window meanwhile.')).toBeVisible();
    await phone.sees('From the laptop.');
    await expect(why(phone)).toHaveValue('From the phone.');
    await phone.page.getByRole('radio', { name: 'No', exact: true }).check();
    await phone.presses('Submit face down');
    await priya.sees(/From the laptop\.\s+From the phone\./);
  });

  await test.step('a window without a line has its words back, beside those that were saved', async () => {
    await phone.presses('Change it');
    await why(phone).fill('From the laptop. From the phone, on the train.');
    phone.losesTheLine();
    await phone.presses('Submit face down');
    await priya.presses('Change it');
    await priya.givesVerdict('Yes', 'From the laptop, at home.');
    await priya.sees('From the laptop, at home.');
    phone.getsTheLineBack();
    await phone.sees('This was changed on another device since you opened it.');
    await expect(why(phone)).toHaveValue('From the laptop. From the phone, on the train.');
    await phone.sees('From the laptop, at home.');
    await phone.presses('Submit face down');
    await priya.sees(/From the laptop, at home\.\s+From the laptop\. From the phone, on the train\./);
  });
});

test('a decision that was recorded while another was written is shown before it is replaced', async ({
  host,
  meet,
  wired,
}) => {
  const [priya, jonas] = [wired('Priya'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await host.rates(4);
  await host.finishesAsking();
  await priya.givesVerdict('yes', 'sound');
  await host.givesVerdict('Yes', 'sound');
  await host.presses('Open the debrief');
  await host.sees('Debrief about Jonas');
  const phone = await meet('Mara', Host, PHONE);
  await phone.opens(await host.returnLink());
  await phone.presses('Continue here');
  const decides = async ({ page }: Host, decision: string, why: string) => {
    await page.getByRole('radio', { name: decision }).check();
    await page.getByRole('textbox', { name: 'Why' }).fill(why);
  };
  await decides(phone, 'Hold', 'one more round');
  await decides(host, 'Advance', 'two for');
  await host.presses('Record and close the round');
  await phone.sees('Recorded while you were writing:');
  await phone.sees('two for');
  await expect(phone.page.getByRole('button', { name: 'Record the change' })).toBeDisabled();
  await phone.presses('Go on with mine');
  await phone.presses('Record the change');
  await host.sees('one more round');
  await host.doesNotSee('two for');
});
