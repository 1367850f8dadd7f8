import { expectAccessible } from './fixtures/accessible';
import { dropsAFile, keepsAGuide, WHOLE } from './fixtures/guides';
import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

const EDITED = `${WHOLE}- The one that others steer by. _Context: a light that nobody uses is not looked after._\n`;

test('a pack is its owner’s alone: nobody else finds its page, its text or its questions', async ({
  host: mara,
  meet,
}) => {
  const path = await keepsAGuide(mara, WHOLE);
  const priya = await meet('Priya', Host);
  await priya.opens('/sign-in?callbackUrl=/packs');
  await priya.signsInAsGuest();
  await priya.sees('You keep no packs yet');
  await priya.doesNotSee('Lighthouse panel');
  priya.expectsInConsole(/404/);
  const statusFor = async ({ page }: Host, address: string) => (await page.request.get(address)).status();
  for (const address of [path, `/api${path}/source`, `/api${path}/outline`]) {
    expect(await statusFor(mara, address), address).toBe(200);
    expect(await statusFor(priya, address), address).toBe(404);
  }
  await priya.opens(path);
  await priya.sees('There is nothing at this address');
  await priya.doesNotSee('Lighthouse panel');
});

test('a guide that was edited outside comes back as the next version of its pack', async ({ host }) => {
  const path = await keepsAGuide(host, WHOLE);
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', EDITED);
  await host.sees(
    'Saved as its next version, it remembers which questions were heard. A new pack starts fresh.',
  );
  await expectAccessible(host, 'a guide that came back');
  await host.presses('Save as the next version of “Lighthouse panel”');
  await host.page.waitForURL(`**${path}`);
  await host.sees('Version 2, saved');
  await host.sees('The one that others steer by.');
  await host.presses('More');
  await host.page.getByRole('menuitem', { name: 'Versions' }).click();
  await expect(host.page.getByRole('dialog', { name: 'Versions' }).getByRole('listitem')).toHaveCount(2);
  await host.page.keyboard.press('Escape');

  // Kept as a new pack, it is a separate one.
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', EDITED);
  await host.presses('Keep as another pack');
  await host.sees('Version 1, saved');
  await host.opens('/packs');
  const mine = host.page.getByRole('region', { name: 'My packs' });
  await expect(mine.getByRole('link', { name: 'Lighthouse panel', exact: true })).toHaveCount(2);
});

test('a person who brings a guide back is told about a version that was saved meanwhile, and about a deleted pack', async ({
  host,
}) => {
  const path = await keepsAGuide(host, WHOLE);
  const other = await host.page.context().newPage();
  await other.goto(path);
  await host.opens('/packs/import');
  await dropsAFile(host, 'guide.md', EDITED);
  await host.sees('Save as the next version of “Lighthouse panel”');

  await other.getByRole('textbox', { name: 'Markdown of the pack' }).click();
  await other.keyboard.press('Control+End');
  await other.keyboard.insertText('\nA remark of the other tab.\n');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Version 2, saved')).toBeVisible();

  host.expectsInConsole(/409|404/);
  await host.presses('Save as the next version of “Lighthouse panel”');
  await host.sees('Version 2 was saved somewhere else in the meantime.');
  const looks = host.page.waitForEvent('popup');
  await host.page.getByRole('link', { name: 'Look at version 2' }).click();
  const newer = await looks;
  await expect(newer.getByText('A remark of the other tab.').first()).toBeVisible();
  await newer.getByRole('button', { name: 'More', exact: true }).click();
  await newer.getByRole('menuitem', { name: 'Delete' }).click();
  await newer.waitForURL('**/packs');
  await host.presses('Save mine as version 3');
  await host.sees('That pack was deleted somewhere else.');
  await expect(host.page.getByRole('button', { name: 'Keep it', exact: true })).toBeVisible();

  await newer.getByRole('button', { name: 'Undo' }).click();
  await expect(newer.getByRole('link', { name: 'Lighthouse panel', exact: true })).toBeVisible();
  await dropsAFile(host, 'guide.md', EDITED);
  await host.presses('Save as the next version of “Lighthouse panel”');
  await host.sees('Version 3, saved');
});
