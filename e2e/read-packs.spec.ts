import { expectAccessible } from './fixtures/accessible';
import { keepsAGuide, WHOLE } from './fixtures/guides';
import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

async function searches({ page }: Host, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search all packs' }).fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
}

test('a shipped pack is read before a room is opened, and set up from there', async ({ host }) => {
  await host.opens('/packs');
  await host.page.getByRole('link', { name: 'Oyster panel', exact: true }).click();
  await host.sees('you have not played it yet');
  const question = host.page.getByRole('listitem').filter({ hasText: 'key point' }).first();
  await question.locator('summary').click();
  await expect(question.getByText('Sample answers')).toBeVisible();
  await expectAccessible(host, 'a pack that is read');
  await host.page.getByRole('link', { name: 'Set up a panel' }).click();
  await expect(host.page.getByRole('combobox', { name: 'Pack' })).toContainText('Oyster panel');
});

test('a search finds questions by the words that people use for them, also in one’s own packs', async ({
  host,
}) => {
  const path = await keepsAGuide(host, WHOLE);
  await host.opens('/packs');
  for (const words of ['N+1', 'rate limit', 'conflict']) {
    await searches(host, words);
    await host.sees(`Found for “${words}”`);
    await expect(host.page.getByRole('region', { name: /^Found for/ }).getByRole('listitem')).not.toHaveCount(
      0,
    );
  }
  await searches(host, 'tide table');
  await host.sees('Key point: Reads the tide table.');
  await expectAccessible(host, 'what was found');
  await host.page.getByRole('link', { name: 'How do you bring a ferry in at low tide?' }).click();
  await host.page.waitForURL(`**${path}/read#*`);
  await host.sees('a depth is a time, too.');
  await host.opens('/packs');
  await searches(host, 'xylophone submarine');
  await host.sees('Nothing was found');
});

test('a teammate gets a copy of a pack by a link, until the link is turned off', async ({
  host: mara,
  meet,
}) => {
  await keepsAGuide(mara, WHOLE);
  await mara.presses('More');
  await mara.page.getByRole('menuitem', { name: 'Share with a teammate' }).click();
  await mara.presses('Make a link');
  const link = await mara.page.getByRole('textbox', { name: 'Link' }).inputValue();

  const lee = await meet('Lee', Host);
  await lee.opens(new URL(link).pathname);
  await lee.sees('shared by Mara');
  await lee.doesNotSee('How do you bring a ferry in at low tide?');
  await expectAccessible(lee, 'a shared pack');
  await lee.page.getByRole('textbox', { name: 'Your name' }).fill(lee.name);
  await lee.presses('Keep a copy');
  await lee.sees('How do you bring a ferry in at low tide?');
  await lee.sees('not played yet');

  await expectAccessible(mara, 'sharing a pack');
  await mara.presses('Turn it off');
  await mara.sees('Make a link');
  await lee.opens(new URL(link).pathname);
  await lee.sees('This link was turned off');
  await lee.opens('/packs');
  await lee.sees('Lighthouse panel');
});
