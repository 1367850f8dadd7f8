import type { Page } from '@playwright/test';
import { gather } from './fixtures/gather';
import { expect, test } from './fixtures/test';

const CODE = '**/_next/static/chunks/**';

/** Nothing loads ahead in this window, as on a slow machine. */
const neverIdle = (page: Page) =>
  page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });

test('a part whose code cannot be loaded says so in its place, and loads again on request', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  priya.expectsInConsole(/net::ERR_FAILED/);
  await neverIdle(priya.page);
  await gather({ host, panelists: [priya], candidate: jonas });
  await priya.sees('The host starts the round');
  const { page } = priya;

  await test.step('a whole screen', async () => {
    await page.route(CODE, (route) => route.abort());
    await host.starts();
    await priya.sees('This part did not load');
    await page.unroute(CODE);
    await priya.presses('Try again');
    await priya.sees('Jonas is in the hot seat');
  });

  await page.route(CODE, (route) => route.abort());

  await test.step('a dialog', async () => {
    await page.keyboard.press('?');
    const word = page.getByRole('alertdialog', { name: 'This part did not load' });
    await expect(word).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(word).toBeHidden();
    await page.keyboard.press('?');
    await expect(word).toBeVisible();
    await page.unroute(CODE);
    await page.keyboard.press('Enter');
    await priya.sees('Shortcuts don’t work while you type.');
    await page.keyboard.press('Escape');
    await priya.doesNotSee('Shortcuts don’t work while you type.');
  });

  await page.route(CODE, (route) => route.abort());

  await test.step('a menu, and a notice, which still appears with its Undo', async () => {
    await priya.presses('More');
    await priya.sees('This part did not load');
    await priya.presses('Close');
    await priya.pushesNext();
    await priya.sees('Pushed to the candidate');
    await priya.presses('Undo');
    for (const { page } of [host, priya])
      await expect(page.getByRole('heading', { name: 'No question is live' })).toBeVisible();
    await priya.doesNotSee('Pushed to the candidate');
  });

  await test.step('the reveal, in the middle of the round', async () => {
    await host.pushesNext();
    await priya.rates(4);
    await host.sees('1 of 2 rated');
    await host.reveals();
    await priya.sees('This part did not load');
    await page.unroute(CODE);
    await priya.presses('Try again');
    await priya.sees('Had not rated');
  });
});
