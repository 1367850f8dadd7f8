import type { Locator } from '@playwright/test';
import { SHIPPED } from '../server/testing/shipped-packs';
import { expectAccessible } from './fixtures/accessible';
import { Host } from './fixtures/host';
import { Keys } from './fixtures/keys';
import { Person } from './fixtures/person';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

test.use({ timeTravel: 'minutes' });

const stripOf = ({ page }: Person): Locator => page.getByRole('complementary', { name: 'Trying it out' });

test('somebody alone sits on a simulated panel, from the home page to the scorecard', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  const strip = stripOf(vera);
  await vera.opens('/');
  await vera.presses('Sit on the panel');
  await page.waitForURL('**/room/*');
  await expect(strip).toContainText('Everyone but you is simulated.');
  await server.passes(10_000);
  await expect(strip).toContainText('Read what the candidate says.');
  await server.passes(20_000);
  await expect(page.getByRole('region', { name: /^What .+ says$/ })).toContainText(/(\w+\W+){9}/);
  await expectAccessible(vera, 'a panel of simulated people');
  const rate = () => page.getByRole('radio', { name: /^4/ }).first().check();
  await rate();
  await expect(strip).toContainText('Your rating is in.');
  await server.passes(15_000);
  await expect(strip).toContainText('All ratings opened together.');
  await expect(page.getByText('3 of 4 rated')).toHaveCount(0);

  // Closed for good, also after a reload; what the candidate says goes on.
  await vera.presses('Close the tips for good');
  await vera.reloads();
  await server.passes(20_000);
  await expect(page.getByRole('region', { name: /^What .+ says$/ })).toBeVisible();
  await expect(strip).not.toContainText('candidate says');

  // Somebody who reads what was said before is left in peace by what is said next.
  await vera.sees('question 2 of 3');
  await server.passes(40_000);
  const words = page.getByRole('region', { name: /^What .+ says$/ }).locator('[tabindex="0"]');
  const scrolled = () => words.evaluate(({ scrollTop }) => scrollTop);
  const said = async () => (await words.innerText()).length;
  await expect.poll(scrolled).toBeGreaterThan(0);
  await words.evaluate((box) => box.scrollTo({ top: 0 }));
  const before = await said();
  await server.passes(10_000);
  await expect.poll(said).toBeGreaterThan(before);
  expect(await scrolled()).toBe(0);

  for (const no of [2, 3]) {
    await vera.sees(`question ${no} of 3`);
    await rate();
    await server.passes(90_000);
    await vera.sees('Ratings are open');
    await server.passes(20_000);
  }
  await page.getByRole('radio', { name: 'Yes', exact: true }).check();
  await vera.presses('Submit face down');
  await server.passes(20_000);
  await server.passes(20_000);
  await expect(page.getByRole('link', { name: 'Open the scorecard' })).toBeVisible();
  await vera.opensTheScorecard();
  await vera.sees('A simulated panel');
  await vera.opens('/history');
  await vera.sees('No scorecards yet');
  await vera.opens('/');
  await vera.sees('No rooms are running');
});

test('in the hot seat of a simulated panel one gets what a candidate gets, and is asked on when the hand goes up', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const strip = stripOf(vera);
  await vera.opens('/');
  await vera.presses('Take the hot seat');
  await vera.page.waitForURL('**/room/*');
  await server.passes(10_000);
  await vera.sees('Question 1 of 3');
  await expect(strip).toContainText('They can’t hear you');
  await expectAccessible(vera, 'the hot seat of a simulated panel');
  await vera.presses('Raise hand');
  await expect(strip).toContainText('Your hand is up');
  await server.passes(5_000);
  await vera.sees('Question 2 of 3');
  const items = SHIPPED.find(({ pack }) => pack.id === 'software-engineer')?.pack.questions ?? [];
  expectNothingOf(
    vera,
    items.flatMap(({ points, samples }) => [
      ...points.map(({ text }) => text),
      ...samples.map(({ text }) => text),
    ]),
  );
});

test('somebody who has watched a simulated panel has a sample still at hand, and gives a name before others see it', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Host);
  await vera.opens('/');
  await vera.presses('Just watch');
  await vera.page.waitForURL('**/room/*');
  await server.passes(10_000);
  await server.passes(20_000);
  await expect(stripOf(vera)).toContainText('Each of them ticks and rates alone.');
  await expect(vera.page.getByRole('region', { name: /^What .+ says$/ })).toContainText(/(\w+\W+){9}/);

  await vera.opensARoom();
  const link = await vera.link('panelist');
  const pia = await meet('Pia', Person);
  await pia.opens(link);
  await pia.sees('Vera invites you to');
  await vera.opens('/');
  await expect(vera.page.getByRole('button', { name: 'Account of Vera' })).toBeVisible();
  await vera.page.getByRole('link', { name: 'See a sample scorecard' }).click();
  await vera.sees('Question by question');
  await vera.sees(/simulated, made up to show/i);
});

test('somebody who steers leads a simulated panel to the published scorecard, and sees a sample scorecard and its replay before signing in', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Host);
  const { page } = vera;
  await vera.opens('/');
  await page.getByRole('link', { name: 'Look at a sample' }).click();
  await vera.sees('Question by question');
  await expectAccessible(vera, 'the sample scorecard');
  await page.getByRole('link', { name: 'Replay the round' }).click();
  await expect(page.getByRole('slider')).toBeVisible();
  await page.getByRole('link', { name: 'The scorecard' }).click();
  await page.getByRole('link', { name: 'Try it yourself' }).click();

  await vera.presses('Steer it');
  await page.waitForURL('**/room/*');
  await vera.presses('Start the warm-up');
  await vera.sees('Sample 1 of 2');
  await expectAccessible(vera, 'a warm-up');
  const keys = new Keys(page);
  const sample = page.getByRole('article');
  await keys.givesAFour(sample);
  await vera.sees('is for you alone');
  await keys.use('button', 'Next sample');
  await expect(sample.getByRole('heading')).toBeFocused();
  await keys.givesAFour(sample);
  await vera.sees(/^[0-3] of 4 have rated both samples|The ratings are in/);
  for (let turn = 0; turn < 3; turn += 1) await server.passes(15_000);
  await vera.sees(/^The ratings are in/);
  await vera.presses('Open mine if all do');
  await expect(page.getByRole('region', { name: 'The panel together' })).toContainText('You');
  await vera.presses('Close the warm-up');
  await vera.sees('Two minutes: everyone on the panel rates');
  await vera.presses('Start the round');
  await vera.sees('Push');
  // Nobody can be asked into a room whose others are simulated.
  await vera.presses('More');
  await expect(page.getByRole('menuitem', { name: 'People and roles' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Invite links' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await vera.pushesNext();
  await vera.rates(4);
  for (let turn = 0; turn < 4; turn += 1) await server.passes(10_000);
  await vera.sees('4 of 4 rated');
  // One of them has asked further, and the candidate has answered.
  await vera.sees(/^(Good question|It costs|I have not tried)/);
  await vera.reveals();
  await vera.finishesAsking();
  await vera.givesVerdict('Yes', 'asks what matters');
  for (let turn = 0; turn < 2; turn += 1) await server.passes(10_000);
  await vera.presses('Open the debrief');
  await vera.publishes();
  await vera.opensTheScorecard();
  await vera.sees(/simulated, made up to show/i);
  await expect(page.getByRole('link', { name: 'Download as Markdown' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download as JSON' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /share/i })).toHaveCount(0);
});
