import type { BrowserContext } from '@playwright/test';
import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

/** Makes every window behave like a browser that blocks site data. */
const BLOCKS = {
  throws: () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  },
  'is null': () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: () => null });
  },
};

for (const [how, block] of Object.entries(BLOCKS))
  test(`a round goes on while localStorage ${how}, and people are told what gets lost`, async ({
    host,
    priya,
    jonas,
  }) => {
    for (const person of [host, priya, jonas]) await person.context.addInitScript(block);
    await startLedRound({ host, panelists: [priya], candidate: jonas });
    await host.sees('Your browser stores nothing for this site.');
    await jonas.sees('Your browser stores nothing for this site.');
    await host.pushesNext();
    await host.notes('written without storage');
    await host.rates(4);
    await priya.rates(3);
    await host.presses('Close');
    await host.doesNotSee('Your browser stores nothing for this site.');
    await host.reloads();
    await expect(host.note('written without storage')).toBeVisible();
    await expect(host.page.getByRole('radio', { name: '4: Above' })).toBeChecked();
    await host.reveals();

    await priya.opens('/');
    await priya.presses('Account of Priya');
    await priya.page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await priya.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(priya.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  });

/** The server's cookies never reach the window, and the window sends none. */
async function blockCookies(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'cookieEnabled', { get: () => false });
  });
  await context.route('**/api/**', async (route) => {
    const request = route.request();
    const response = await fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'application/json',
      body: await response.text(),
    });
  });
}

test('with blocked cookies a person is told so, and signing in does not loop', async ({ passerBy }) => {
  await blockCookies(passerBy.context);
  await passerBy.opens('/sign-in');
  await passerBy.sees('Your browser blocks cookies for this site.');
  await passerBy.page.getByRole('textbox', { name: 'Your name' }).fill('Sam');
  await passerBy.presses('Continue as a guest');
  await passerBy.sees(/Hotseat needs one to know who you are/);
  expect(new URL(passerBy.page.url()).pathname).toBe('/sign-in');
  await expect(passerBy.page.getByRole('button', { name: 'Continue as a guest' })).toBeEnabled();
});
