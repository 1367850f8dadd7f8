import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('a candidate finds everything that they can do in the command menu, also without a mouse', async ({
  jonas,
  wired,
}) => {
  const [host, priya] = [wired('Mara'), wired('Priya')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await jonas.sees('The panel is choosing the first question');
  await jonas.findsAndDoes('Raise hand');
  await expect(jonas.page.getByRole('button', { name: 'Lower hand' })).toBeVisible();
  await host.pushesNext();
  await jonas.sees('Question 1 of 10');
  await jonas.findsAndDoes('I need a moment');
  const goesOn = jonas.page.getByRole('button', { name: 'I am ready, go on' });
  await expect(goesOn).toBeVisible();
  await jonas.findsAndDoes('I am ready, go on');
  await expect(goesOn).toBeHidden();
  await jonas.findsAndDoes('Leave the room');
  await expect(jonas.page.getByRole('alertdialog')).toBeVisible();
  await jonas.page.keyboard.press('Escape');
  await jonas.findsAndDoes('Change my name');
  await jonas.page.getByRole('textbox', { name: 'Name' }).fill('Jonah');
  await jonas.presses('Rename');
  await host.rates(3);
  await host.finishesAsking();
  await jonas.sees('Take a breath');
  await jonas.findsAndDoes('Write how it was for you');
  await jonas.page.keyboard.type('calm');
  await expect(jonas.page.getByRole('textbox', { name: 'In your own words' })).toHaveValue('calm');
  await jonas.findsAndDoes('Continue on another device');
  await expect(jonas.page.getByRole('dialog')).toBeVisible();
});
