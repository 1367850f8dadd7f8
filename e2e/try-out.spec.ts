import { expectAccessible } from './fixtures/accessible';
import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

test.use({ timeTravel: true });

test('somebody alone sits on a simulated panel: from the home page to the first reveal, and on to the scorecard', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  await vera.opens('/');
  await vera.presses('Sit on the panel');
  await page.waitForURL('**/room/*');
  const strip = page.getByRole('complementary', { name: 'Trying it out' });
  await expect(strip).toContainText('Everyone but you is simulated.');
  await server.passes(10_000);
  await expect(strip).toContainText('Read what the candidate says.');
  const speech = page.getByRole('region', { name: /^What .+ says$/ });
  await server.passes(20_000);
  await expect(speech).not.toBeEmpty();
  await expectAccessible(vera, 'a panel of simulated people');
  await page.getByRole('radio', { name: /^4/ }).first().check();
  await expect(strip).toContainText('Your rating is in.');
  await server.passes(15_000);
  await expect(strip).toContainText('All ratings opened together.');
  await vera.presses('Close the tips for good');
  await vera.reloads();
  await expect(page.getByText('All ratings opened together.')).toHaveCount(0);

  // A visitor who does nothing is waited for, and then no longer.
  for (let no = 2; no <= 3; no += 1) {
    await server.passes(20_000);
    await expect(page.getByText(`ask ${no} of 3`)).toBeVisible();
    await server.passes(40_000);
    await server.passes(90_000);
  }
});
