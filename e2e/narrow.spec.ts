import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleWindow } from './fixtures/accessible';
import { promptOf, questionsOf } from './fixtures/bank';
import { fits } from './fixtures/fits';
import { startLedRound } from './fixtures/gather';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const PHONE = { width: 390, height: 844 };
const TITLE = 'Principal Engineer, Payroll Platform, EMEA 27';

test('on phones what is live comes to the eye, and the next action is always in one place', async ({
  host,
  priya,
  jonas,
}) => {
  for (const person of [host, priya, jonas]) await person.page.setViewportSize(PHONE);
  expect(TITLE).toHaveLength(45);
  await host.opensARoom(async () => {
    await host.turns('Waiting room', 'off');
    await host.page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
    await fits(host, 'set-up');
  });
  await priya.joins(await host.link('panelist'));
  await jonas.joins(await host.link('candidate'));
  for (const person of [host, jonas]) await fits(person, `${person.name}'s lobby`);
  await host.starts();

  const next = host.page.getByRole('region', { name: 'Next', exact: true });
  const tab = (person: Person, name: string | RegExp) => person.page.getByRole('tab', { name });
  const isOpen = (person: Person, name: string | RegExp) =>
    expect(tab(person, name)).toHaveAttribute('aria-selected', 'true');
  const [first, second] = (await questionsOf(host)).agenda;

  await test.step('a pushed question opens, whatever tab was open', async () => {
    await priya.opensTab('Agenda');
    await host.opensTab('My notes');
    await next.getByRole('button', { name: 'Push next' }).click();
    for (const person of [host, priya]) {
      await isOpen(person, 'Question');
      await person.listensTo(promptOf(first));
      await fits(person, `${person.name}'s question`);
    }
    await fits(jonas, 'the candidate’s question');
  });

  await test.step('rating, revealing and pushing on are under the thumb', async () => {
    await next.getByRole('button', { name: 'Rate this answer' }).click();
    await expect(host.page.getByRole('radio', { name: 'Not assessed' })).toBeInViewport();
    await host.rates(4);
    await priya.page.getByRole('button', { name: 'Rate this answer' }).click();
    await priya.rates(2);
    await priya.opensTab('My notes');
    await priya.noteField.fill('still writing');
    await next.getByRole('button', { name: 'Reveal 2 ratings' }).click();
    await expect(host.page.getByRole('heading', { name: 'Ratings', exact: true })).toBeInViewport();
    await fits(host, 'the reveal');
  });

  await test.step('nobody is taken away from what they write: the tab says that there is news', async () => {
    await isOpen(priya, 'My notes');
    await expect(priya.noteField).toHaveValue('still writing');
    await tab(priya, /^Question.*new$/).click();
    await expect(priya.page.getByRole('heading', { name: 'Ratings', exact: true })).toBeInViewport();
  });

  await test.step('the next question follows in the same place, and then the verdicts and the debrief', async () => {
    await next.getByRole('button', { name: 'Push next' }).click();
    await host.listensTo(promptOf(second));
    await host.opensTab('Agenda');
    await host.finishesAsking();
    for (const person of [host, priya]) {
      await isOpen(person, 'Verdicts');
      await person.page.getByRole('button', { name: 'Give your verdict' }).click();
      await person.givesVerdict('Yes', 'sound');
    }
    await priya.opensTab('Agenda');
    await next.getByRole('button', { name: 'Open the debrief' }).click();
    await isOpen(priya, 'Debrief');
  });

  await test.step('a row of the debrief opens wherever it is touched, and the grid fits', async () => {
    const grid = host.page.getByRole('table', { name: 'Ratings by question and panelist' });
    const box = await grid.boundingBox();
    expect(box?.width ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(PHONE.width);
    await fits(host, 'the debrief');
    await grid.getByRole('row').nth(1).getByRole('cell').last().click();
    await host.listensTo(promptOf(first));
  });
});

test('a question that is read leaves the live one with its clock, rating and notes beside it', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  const [first, second] = (await questionsOf(host)).agenda;
  await priya.listensTo(promptOf(first));
  await priya.noteField.fill('half a note');
  await priya.looksAt(promptOf(second));
  await priya.listensTo(promptOf(second));
  const live = priya.page.getByRole('region', { name: 'The live question' });
  await expect(live).toContainText(promptOf(first).slice(0, 20));
  await expect(priya.note('half a note')).toBeVisible();
  await priya.page.locator('body').press('4');
  await host.sees('1 of 2 rated');

  await test.step('an earlier question is rated where it is read, and keys stay with the live one', async () => {
    await host.pushesNext();
    await priya.looksAt(promptOf(first));
    await expect(priya.note('half a note')).toBeVisible();
    await priya.page.locator('body').press('2');
    await host.sees('1 of 2 rated');
    const middle = priya.page.getByRole('tabpanel', { name: 'Question' });
    await expect(middle.getByRole('radio', { name: '4: Above' })).toBeChecked();
    await expectAccessible(priya, 'an earlier question beside the live one');
    await live.getByRole('button', { name: 'Back to the live question' }).click();
    await priya.listensTo(promptOf(second));
    await expect(priya.page.getByRole('radio', { name: /^2: / })).toBeChecked();
  });
});

/** What Tab comes to, one after the other, in a small window. */
async function walk(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    found.push(
      await page.evaluate(() => {
        const { activeElement: at } = document;
        return at instanceof HTMLInputElement ? at.type : (at?.tagName ?? '');
      }),
    );
  }
  return found;
}

test('a pad above the call holds the question, its clock, my rating and a note', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  // A window of its own, as the browser's would be: Chromium without a screen has none above others.
  await priya.context.addInitScript(() => {
    Object.defineProperty(window, 'documentPictureInPicture', {
      value: { requestWindow: async () => window.open('', '', 'width=380,height=520') },
    });
  });
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  const [first] = (await questionsOf(host)).agenda;
  await priya.listensTo(promptOf(first));
  const opening = priya.page.waitForEvent('popup');
  await priya.findsAndDoes('Pad beside the call');
  const pad = await opening;
  await expect(pad.getByText(promptOf(first).slice(0, 20))).toBeVisible();
  await expect(pad.getByRole('timer')).toBeVisible();
  await expectAccessibleWindow(pad, 'the pad');
  await priya.presses('More');
  await priya.page.getByRole('menuitem', { name: /Switch to light$/ }).click();
  await priya.presses('More');
  await priya.page.getByRole('menuitem', { name: /Switch to dark$/ }).click();
  await expect(pad.locator('html')).toHaveAttribute('data-theme', 'dark');
  const walked = await walk(pad);
  expect(walked.filter((role) => role === 'radio')).not.toEqual([]);
  expect(walked).toContain('TEXTAREA');
  await pad.getByRole('radio', { name: '4: Above' }).check();
  await host.sees('1 of 2 rated');
  const field = pad.getByRole('textbox', { name: /^Write a note/ });
  await field.fill('from the pad');
  await field.press('Enter');
  await expect(priya.note('from the pad')).toBeVisible();
  await host.reveals();
  await pad
    .getByRole('group', { name: 'My rating after talking' })
    .getByRole('radio', { name: /^3: / })
    .check();
  await expect(pad.getByText('First 4, after talking 3.')).toBeVisible();
  await host.skips();
  await expect(pad.getByText('No question is live.')).toBeVisible();
});
