import { startLedRound } from './fixtures/gather';
import { Panelist } from './fixtures/panelist';
import { expect, test } from './fixtures/test';

test.use({ accounts: true });

test('a person with an account returns on another device as themselves', async ({
  priya,
  meet,
  issuer,
  wired,
}) => {
  const [host, jonas] = [wired('Mara'), wired('Jonas')];
  if (issuer) issuer.person = { sub: 'priya-at-example', name: 'Priya' };
  await priya.opens('/sign-in');
  await priya.presses('Continue with Example');
  await priya.page.waitForURL((url) => url.pathname === '/');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.notes('written on the laptop');
  await priya.rates(4);
  await priya.sees('Saved');

  const phone = await meet('Priya', Panelist, { viewport: { width: 390, height: 844 } });
  await phone.opens('/sign-in');
  await phone.presses('Continue with Example');
  await phone.page.getByRole('region', { name: 'Running rooms' }).getByRole('link').click();
  await phone.opensTab('My notes');
  await expect(phone.note('written on the laptop')).toBeVisible();
  await expect(phone.page.getByRole('radio', { name: '4: Above' })).toBeChecked();

  // Both devices are the same person, who writes on either and reads on both.
  await phone.notes('written on the phone');
  await expect(priya.note('written on the phone')).toBeVisible();
  await priya.sees('3 here');
});

test('a return link opened in the browser of somebody else says so, and they can sign out first', async ({
  host,
  lee,
  priya,
  jonas,
  issuer,
}) => {
  await startLedRound({ host, panelists: [lee], candidate: jonas });
  const link = await jonas.returnLink();
  await jonas.opens(link);
  await jonas.sees('Back to your seat');
  await jonas.doesNotSee('This browser is signed in as');

  if (issuer) issuer.person = { sub: 'priya-at-example', name: 'Priya' };
  await priya.opens('/sign-in');
  await priya.presses('Continue with Example');
  await priya.page.waitForURL((url) => url.pathname === '/');
  await priya.opens(link);
  await priya.sees('This browser is signed in as Priya.');
  await priya.sees('Jonas’s seat and scorecards will be in Priya’s history too.');
  await priya.presses('Sign out first');
  await expect(priya.page.getByText('This browser is signed in as')).toHaveCount(0);
  await priya.presses('Continue here');
  await priya.page.waitForURL('**/room/*');
  await priya.sees('The panel is choosing the first question');
});
