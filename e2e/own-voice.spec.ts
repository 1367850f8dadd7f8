import type { Page } from '@playwright/test';
import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

/** Takes a seat, and records an answer for some seconds. */
async function recordsAnAnswer(vera: Person): Promise<void> {
  const { page } = vera;
  await vera.opens('/practise?pack=software-engineer');
  await vera.presses('Take a seat');
  await page.waitForURL('**/room/*');
  await page.getByRole('checkbox', { name: /^Record my answers/ }).click();
  await vera.sees('Your microphone hears you.');
  await vera.presses('I’m ready');
  await vera.sees('Recording, in this browser only');
  await expect(page.getByText(/^0:(0[2-9]|[1-5]\d) of \d+:\d\d$/)).toBeAttached();
}

/** What of a voice or its words this browser has, by where it is. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const said = Object.keys(localStorage).filter((key) => key.startsWith('hotseat:'));
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return [...said, ...databases];
  });

test('what a closed tab recorded is told of, and all of it is deleted once that is confirmed', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  await recordsAnAnswer(vera);
  const room = new URL(vera.page.url()).pathname.split('/').at(-1) ?? '';
  const page = await vera.context.newPage();
  await vera.page.close();
  await page.goto('/practise');
  await page.evaluate((roomId) => {
    localStorage.setItem(`hotseat:said/${roomId}/a1`, 'What I said.');
    localStorage.setItem('hotseat:said/rm_gone00000000/a1', 'Long ago.');
  }, room);
  await page.reload();
  // What belongs to a practice that is gone goes by itself.
  const yours = page.getByRole('region', { name: 'Your recordings and texts' });
  await expect(yours).toContainText(/1 answer recorded \(\d+\.\d MB\) and 1 answer written down/);
  expect(await kept(page)).not.toContain('hotseat:said/rm_gone00000000/a1');

  await yours.getByRole('button', { name: 'Delete all' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete all of it?' });
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await expect(yours).toBeVisible();
  await yours.getByRole('button', { name: 'Delete all' }).click();
  await dialog.getByRole('button', { name: 'Delete all' }).click();
  await expect(yours).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Take a seat' })).toBeVisible();
  expect((await kept(page)).filter((key) => key.startsWith('hotseat:said/'))).toEqual([]);
  await expect(yours).toBeHidden();
});

test('signing out in another window leaves nothing of an answer that is still going on', async ({ meet }) => {
  const vera = await meet('Vera', Person);
  await vera.page.addInitScript(() => {
    const decodes = OfflineAudioContext.prototype.decodeAudioData;
    OfflineAudioContext.prototype.decodeAudioData = async function (sound) {
      const decoded = await decodes.call(this, sound);
      Object.assign(window, { heardItsEnd: true });
      return decoded;
    };
  });
  await recordsAnAnswer(vera);
  // The page may still ask for something when its session has ended.
  vera.expectsInConsole(/status of 401/);
  const other = await vera.context.newPage();
  await other.goto('/');
  expect(await kept(other)).toContain('hotseat-recordings');
  await other.getByRole('button', { name: /^(Account of|Your account)/ }).click();
  await other.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await vera.sees('You are signed out');
  await vera.page.waitForFunction(() => Reflect.get(window, 'heardItsEnd') === true);
  await expect.poll(() => kept(other)).toEqual([]);
  await vera.page.close();
  expect(await kept(other)).toEqual([]);
});
