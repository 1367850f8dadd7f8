import { startLedRound } from './fixtures/gather';
import { Panelist } from './fixtures/panelist';
import { expect, test } from './fixtures/test';

test.use({ accounts: true });

test('a person ends a session from another browser: its room closes at once, and everything else goes on', async ({
  priya,
  meet,
  issuer,
  wired,
}) => {
  const [host, jonas] = [wired('Mara'), wired('Jonas')];
  if (issuer) issuer.person = { sub: 'priya-on-two-devices', name: 'Priya' };
  await priya.opens('/sign-in');
  await priya.presses('Continue with Example');
  await priya.page.waitForURL((url) => url.pathname === '/');
  await startLedRound({ host, panelists: [priya], candidate: jonas });

  const phone = await meet('Priya', Panelist, { viewport: { width: 390, height: 844 } });
  await phone.opens('/sign-in');
  await phone.presses('Continue with Example');
  await phone.page.getByRole('region', { name: 'Running rooms' }).getByRole('link').click();
  await phone.page.waitForURL('**/room/*');
  await expect(phone.page.getByRole('tab', { name: 'My notes' })).toBeVisible();

  await priya.opens('/');
  await priya.presses('Account of Priya');
  await priya.page.getByRole('menuitem', { name: 'Where you’re signed in' }).click();
  const dialog = priya.page.getByRole('dialog', { name: 'Where you’re signed in' });
  const rows = dialog.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'This one' })).toHaveCount(1);
  await expect(rows.first()).toContainText(/Chrome.* on Linux/);
  await dialog.getByRole('button', { name: /^Sign out Chrome/ }).click();
  await phone.sees('You are signed out');
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await phone.opens('/');
  await expect(phone.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await priya.reloads();
  await expect(priya.page.getByRole('button', { name: 'Account of Priya' })).toBeVisible();
});

test('a person changes their own name, and it lasts', async ({ passerBy }) => {
  await passerBy.opens('/sign-in');
  await passerBy.signsInAsGuest();
  await passerBy.opens('/');
  await passerBy.presses('Account of Sam');
  await passerBy.page.getByRole('menuitem', { name: 'Change your name' }).click();
  const dialog = passerBy.page.getByRole('dialog', { name: 'Change your name' });
  const field = dialog.getByRole('textbox', { name: 'Your name' });
  passerBy.expectsInConsole(/status of 400/);
  await field.fill('\u200b\u2060');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await passerBy.sees('That name can’t be read');
  await field.fill('Samira');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(passerBy.page.getByRole('button', { name: 'Account of Samira' })).toBeVisible();
  await passerBy.reloads();
  await expect(passerBy.page.getByRole('button', { name: 'Account of Samira' })).toBeVisible();
});
