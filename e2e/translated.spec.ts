import { questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';
import { translates } from './fixtures/translator';

test('a whole round goes on while the browsers of the panel and the candidate translate their pages', async ({
  host,
  jonas,
  wired,
}) => {
  const priya = wired('Priya');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  for (const { page } of [host, jonas]) await translates(page);
  await host.sees('«Push to candidate»');
  await host.page.getByRole('button', { name: 'Push to candidate' }).click();
  await jonas.sees(/Question .*1.* of .*10/);
  await jonas.presses('«I need a moment»');
  await jonas.presses('«I am ready, go on»');
  await jonas.presses('«Raise hand»');
  const [first] = (await questionsOf(host)).agenda;
  await host.page.getByRole('radio', { name: 'heard' }).first().check();
  await host.notes('written in another language');
  await host.page.keyboard.press('Escape');
  await host.page.locator('body').press('4');
  await priya.rates(3);
  await host.sees(/2.* of .*2.* rated/);
  await host.page.getByRole('button', { name: /Reveal/ }).click();
  await host.sees(/Ratings are open/);
  await host.page.getByRole('button', { name: /Push/ }).first().click();
  await jonas.sees(/Question .*2.* of .*10/);
  expect(first).toBeDefined();
  await expect(jonas.page.getByText('«Question 1')).toHaveCount(0);
});
