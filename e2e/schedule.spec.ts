import { SHIPPED } from '../server/testing/shipped-packs';
import { expectAccessible } from './fixtures/accessible';
import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { Candidate } from './fixtures/candidate';
import { Host } from './fixtures/host';
import { Keys } from './fixtures/keys';
import { Panelist } from './fixtures/panelist';
import { Person } from './fixtures/person';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

test.use({ timeTravel: 'minutes' });

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PHONE = { width: 390, height: 844 };

test('people in three zones have one date, prepare for it, and meet in a lobby that opens by itself', async ({
  meet,
  server,
}) => {
  const host = await meet('Mara', Host, { timezoneId: 'Europe/Berlin' });
  const pia = await meet('Pia', Panelist, { timezoneId: 'America/New_York' });
  const carl = await meet('Carl', Candidate, { timezoneId: 'Asia/Kolkata', viewport: PHONE });
  // A whole minute, an hour ahead.
  const startsAt = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS + 60 * MINUTE_MS;
  const hourIn = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(startsAt);
  const typed = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(startsAt)
    .replace(' ', 'T');
  await host.opensARoom(async () => {
    await host.page.getByLabel('Date and time (optional)').fill(typed);
    await host.sees(`at ${hourIn('Europe/Berlin')}, Berlin time`);
    await expectAccessible(host, 'a set-up with a time');
  });
  await host.sees('Until then only you are in.');
  await host.sees(`at ${hourIn('Europe/Berlin')}, Berlin time`);
  const [panel, candidate] = [await host.link('panelist'), await host.link('candidate')];

  await carl.opens(candidate);
  await carl.sees(`at ${hourIn('Asia/Kolkata')}, Kolkata time (UTC+5:30)`);
  const file = await carl.page.request.get(
    (await carl.page.getByRole('link', { name: 'Add to calendar' }).getAttribute('href')) ?? '',
  );
  const utc = new Date(startsAt).toISOString().replace(/[-:]|\.\d+/g, '');
  expect(await file.text()).toContain(`DTSTART:${utc}\r\n`);
  await carl.joins(candidate);
  await carl.sees('The lobby opens at');
  await expectAccessible(carl, 'before the lobby opens');
  await pia.joins(panel);
  await pia.sees(`at ${hourIn('America/New_York')}, New York time`);
  await pia.sees('The lobby opens at');
  await pia.sees('Add to calendar');
  // Only the candidate of a led room has a page to prepare with.
  await expect(pia.page.getByRole('link', { name: 'Prepare' })).toHaveCount(0);
  await host.letsIn('Pia');

  // By keyboard: a story, told aloud, which is there on the next visit.
  await carl.page.getByRole('link', { name: 'Prepare' }).press('Enter');
  await carl.sees('Write four or five stories');
  await carl.page.getByRole('button', { name: 'Write a story' }).press('Enter');
  await carl.page.getByRole('textbox', { name: 'Situation' }).fill('The night of the outage');
  await carl.page.getByRole('button', { name: 'Tell it aloud: 3:00' }).press('Space');
  await carl.sees('about three minutes left');
  await carl.page.getByRole('button', { name: 'I’ve told it' }).press('Space');
  await carl.sees(/^Last time told in/);
  await carl.sees('Saved');
  await expectAccessible(carl, 'preparing');
  // Looking at it in all widths has left the page wide.
  await carl.page.setViewportSize(PHONE);
  expect(await carl.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await carl.reloads();
  await carl.page.getByRole('button', { name: /^Story 1/ }).press('Enter');
  await expect(carl.page.getByRole('textbox', { name: 'Situation' })).toHaveValue('The night of the outage');
  expectNothingOf(carl, ['Customer Centricity']);
  await carl.page.goBack();
  await carl.sees('The lobby opens at');

  // Meanwhile a panelist calibrates alone, also by keyboard.
  const room = pia.page.url();
  await pia.opens('/practise/calibrate?pack=software-engineer');
  const keys = new Keys(pia.page);
  const samples = pia.page.getByRole('article');
  for (const no of [1, 2]) {
    await expect(samples).toHaveCount(no);
    await keys.givesAFour(samples.nth(no - 1));
  }
  await expectAccessible(pia, 'calibrating alone');
  await pia.opens('/history/me');
  await pia.sees(/2 sample answers in 1 warm-up/);
  await pia.opens(room);
  await pia.sees('The lobby opens at');

  await server.passes(46 * MINUTE_MS);
  await pia.sees('The host starts the round.');
  await host.letsIn('Carl');
  await carl.sees('What will happen');
  await host.doesNotSee('Until then only you are in.');

  // At the time itself nothing happens, and somebody who is late joins all the same.
  await pia.opens('/');
  await expect(pia.page.getByRole('link', { name: 'Add to calendar' })).toBeVisible();
  await expect(pia.page.getByRole('link', { name: 'Prepare' })).toHaveCount(0);
  await carl.page.goto('/');
  await expect(carl.page.getByRole('link', { name: 'Prepare' })).toBeVisible();
  await carl.page.goBack();
  await server.passes(15 * MINUTE_MS);
  await host.reloads();
  await host.sees('It’s time. Pia isn’t here yet, and can still join later.');
  await host.starts();
  await carl.sees('The panel is choosing the first question');
  await pia.opens(room);
  await pia.sees('Carl is in the hot seat');
});

test('peers prepare with the checklist of their pack, and calibrate alone from the lobby', async ({
  host,
}) => {
  await host.opensARoom(undefined, 'Practise with peers');
  const room = host.page.url();
  await expect(host.page.getByRole('link', { name: 'Calibrate your scale' })).toBeVisible();
  await host.opens(room.replace('/room/', '/prepare/'));
  const list = host.page.getByRole('region', { name: 'Checklist' });
  await expect(list.getByRole('checkbox').first()).toBeVisible();
  const shown = await list.innerText();
  const tips = SHIPPED.flatMap(({ pack }) => pack.tips.map(({ text }) => text));
  expect(tips.some((text) => shown.includes(text))).toBe(true);
});

test('a date moves, is called off and is set anew: somebody who was invited and has not joined learns it by the same link, and so does their calendar', async ({
  meet,
  wired,
  server,
}) => {
  const mara = wired('Mara');
  const startsAt = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS + 2 * DAY_MS;
  await opensARoom(mara, { startsAt });
  const link = await linkOf(mara, 'candidate');
  const dan = await meet('Dan', Person, { timezoneId: 'Europe/Paris', viewport: PHONE });
  const carl = await meet('Carl', Candidate);
  /** The properties of the file behind this link, some time later than the one before. */
  const file = async (label: string) => {
    await server.passes(2_000);
    const href = await dan.page.getByRole('link', { name: label }).getAttribute('href');
    const text = await (await dan.page.request.get(href ?? '')).text();
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    return (name: string) => lines.find((line) => line.startsWith(`${name}:`));
  };

  await dan.opens(link);
  const first = await file('Add to calendar');
  await takesASeat(carl, link);
  await carl.sees('The lobby opens at');
  await mara.changesTheTime(startsAt + 60 * MINUTE_MS);
  await dan.reloads();
  const moved = await file('Add to calendar');
  expect(moved('UID')).toBe(first('UID'));
  expect(moved('DTSTART')).not.toBe(first('DTSTART'));

  await mara.changesTheTime(null);
  await carl.sees(/^Called off: .+\. There is no new time yet\.$/);
  await expect(carl.page.getByRole('link', { name: 'Cancel it in your calendar' })).toBeVisible();
  await expectAccessible(carl, 'a lobby whose date is off');
  await carl.opens(`/prepare/${carl.roomId}`);
  await carl.sees(/^Called off: .+\. There is no new time yet\.$/);
  await carl.page.goBack();
  await dan.reloads();
  await dan.sees(/^Called off: .+, Paris time.+\. There is no new time yet\.$/);
  await expectAccessible(dan, 'an invitation whose date is off');
  const off = await file('Cancel it in your calendar');
  expect(off('STATUS')).toBe('STATUS:CANCELLED');
  expect(off('UID')).toBe(first('UID'));

  await mara.changesTheTime(startsAt);
  await carl.sees('The lobby opens at');
  await dan.reloads();
  expect((await file('Add to calendar'))('STATUS')).toBe('STATUS:CONFIRMED');
  await mara.endsTheRoom();
  await carl.sees(/^Called off: [^.]+\.$/);
  await dan.reloads();
  await dan.sees('This panel is over');
  expect((await file('Cancel it in your calendar'))('UID')).toBe(first('UID'));
});

test('somebody who tells a story for more than three minutes hears and sees that they are over', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person, { viewport: PHONE });
  const { page } = vera;
  await vera.signsIn();
  await page.clock.install();
  await vera.opens('/prepare');
  await vera.presses('Write a story');
  await vera.presses('Tell it aloud: 3:00');
  await page.clock.fastForward(125_000);
  await expect(page.locator('.sr-only[aria-live="polite"]')).toContainText('About one minute left.');
  const over = page.getByRole('status').filter({ hasText: 'Three minutes are over. Finish your thought.' });
  await expect(over).toHaveCount(0);
  await page.clock.fastForward(60_000);
  await expect(over).toBeVisible();
  await expectAccessible(vera, 'a story that takes too long');
  await vera.presses('I’ve told it');
  await vera.sees(/^Last time told in 3:\d\d, longer than three minutes\.$/);
});
