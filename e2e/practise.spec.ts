import type { Locator } from '@playwright/test';
import { SHIPPED, shipped } from '../server/testing/shipped-packs';
import { expectAccessible } from './fixtures/accessible';
import { expectNotKept, expectNotSent, sentBy } from './fixtures/nowhere-else';
import { Person } from './fixtures/person';
import { expectAllOf, expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

// Marks of every question of the pack: those of others are dropped.
const SAID = 'First I would ask what exactly is wanted, and then do the simplest thing that works.';
const OPINION = JSON.stringify({
  marks: (SHIPPED.find(({ pack }) => pack.id === 'software-engineer')?.pack.questions ?? [])
    .flatMap(({ points }) => points.slice(0, 1))
    .map(({ id }) => ({ pointId: id, mark: 'heard', quote: 'ask what exactly is wanted' })),
  rating: 3,
  why: 'You asked before you began.',
  followUp: 'What would you do next?',
});

test.use({ opinion: OPINION });

const QUESTIONS = SHIPPED.find(({ pack }) => pack.id === 'software-engineer')?.pack.questions ?? [];

test('somebody practises by keyboard alone, from the home page to the scorecard, and their voice stays with them', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  /** Goes on by Tab alone until the focus is on something of this name. */
  const tabsTo = async (name: RegExp) => {
    for (let step = 0; step < 160; step += 1) {
      await page.keyboard.press('Tab');
      const named = await page.evaluate(() => {
        const element = document.activeElement;
        const labels = element && 'labels' in element ? (element as HTMLInputElement).labels : null;
        return (
          element?.getAttribute('aria-label') ??
          labels?.[0]?.textContent ??
          element?.textContent ??
          ''
        ).trim();
      });
      if (name.test(named)) return;
    }
    throw new Error(`nothing called ${name} has a place in the order of the focus`);
  };
  const tabsInto = async (place: Locator) => {
    for (let step = 0; step < 160; step += 1) {
      await page.keyboard.press('Tab');
      if (await place.evaluate((element) => element.contains(document.activeElement))) return;
    }
    throw new Error('the focus never gets there');
  };
  const enters = async (name: RegExp) => {
    await tabsTo(name);
    await page.keyboard.press('Enter');
  };
  /** Of the answer, by the clock, which has the figures ready though it does not show them. */
  const secondsUsed = async () => {
    const figures = await page.getByText(/^\d+:\d\d of \d+:\d\d$/).textContent();
    const [minutes = 0, seconds = 0] = (figures?.split(' of ')[0] ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  };
  const sent = sentBy(page);

  await vera.opens('/');
  await tabsTo(/^Practise alone$/);
  await page.keyboard.press('Enter');
  await vera.sees('Three simulated panelists ask you.');
  await expectAccessible(vera, 'the set-up of a practice');
  await tabsTo(/^Pack$/);
  await page.keyboard.type('Software');
  await expect(page.getByRole('combobox', { name: 'Pack' })).toHaveValue('software-engineer');
  await tabsTo(/^3$/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: '1', exact: true })).toBeChecked();
  await tabsTo(/^Take a seat$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/room/*');

  await vera.sees('A panel for one');
  await tabsTo(/^Record my answers/);
  await page.keyboard.press('Space');
  await vera.sees('Your microphone hears you.');
  await expectAccessible(vera, 'before a practice');
  await tabsTo(/^I’m ready$/);
  await page.keyboard.press('Enter');

  await vera.sees('Recording, in this browser only');
  const asked = await page.getByRole('article').getByRole('heading').innerText();
  const question = QUESTIONS.find(({ prompt }) => prompt === asked);
  if (!question) throw new Error(`the pack does not ask "${asked}"`);
  const spoken = page.locator('.sr-only[aria-live="assertive"]');
  await expect(spoken).toContainText(/Question 1, from \w+/);
  await expect(spoken).toContainText(asked);
  const secret = [...question.points.map(({ text }) => text), ...question.samples.map(({ text }) => text)];
  expectNothingOf(vera, secret);
  await expectAccessible(vera, 'an answer alone');
  await expect.poll(secondsUsed).toBeGreaterThan(2);
  await tabsTo(/^I’ve finished$/);
  await page.keyboard.press('Enter');

  await vera.sees('Listen again');
  expectAllOf(vera, secret);
  const player = page.getByLabel('Your answer', { exact: true });
  await expect(player).toBeVisible();
  const length = () => player.evaluate((audio: HTMLAudioElement) => audio.duration);
  await expect.poll(length).toBeGreaterThan(1);
  await expectAccessible(vera, 'an answer looked back on');
  await vera.sees(/^You took \d:\d\d of \d:\d\d/);

  // A short answer leaves time, and somebody uses it.
  await vera.sees(/ asks a follow-up$/);
  await enters(/^Answer it$/);
  await vera.sees('Recording, in this browser only');
  // What they have answered can be left, and no longer skipped.
  await expect(page.getByRole('button', { name: 'Leave it there' })).toBeVisible();
  await expect(spoken.getByText(/^Follow-up, from \w+\. /)).toBeAttached();
  // Less than half a second is a slip, and not kept.
  const begun = await secondsUsed();
  await expect.poll(secondsUsed).toBeGreaterThan(begun + 1);
  await enters(/^I’ve finished$/);
  await expect(page.getByLabel(/^What you added at/)).toBeVisible();

  // Plays a second of it, with the browser's own controls.
  await tabsTo(/^Your answer$/);
  await page.keyboard.press('Space');
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(1);
  // A second opinion: shown before it is sent, and never more than a proposal.
  await enters(/^Write down what you said$/);
  await tabsTo(/^What you said/);
  await page.keyboard.type(SAID);
  await vera.sees('16 words.');
  await enters(/^Ask for it$/);
  await vera.sees(/^This goes to 127\.0\.0\.1/);
  await vera.sees(new RegExp(SAID));
  // The browser has put it in: not even the preview has told the server.
  expect(sent.some(({ to }) => to.endsWith('/opinion'))).toBe(true);
  expectNotSent(sent, [SAID]);
  await enters(/^Send it$/);
  await vera.sees('A machine proposes a rating of 3.');
  await vera.sees('ask what exactly is wanted');
  await expect(page.getByRole('radio', { name: /^3:/ })).not.toBeChecked();

  const [point] = question.points;
  const marks = page.getByRole('group', { name: point?.text });
  await page.keyboard.press('Shift+Tab');
  await tabsInto(marks);
  await page.keyboard.press('Space');
  await expect(marks.getByRole('radio', { name: 'heard' })).toBeChecked();
  await expect(page.getByRole('button', { name: /^at 0:0\d/ })).toBeVisible();
  await enters(/^An answer that the pack rates/);
  await vera.sees('Why not higher');
  await tabsInto(page.getByRole('group', { name: 'My rating of my answer' }));
  await page.keyboard.press('Space');
  for (let press = 0; press < 6; press += 1) {
    if (await page.getByRole('radio', { name: /^4:/ }).isChecked()) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(page.getByRole('radio', { name: /^4:/ })).toBeChecked();
  await tabsTo(/^See my scorecard$/);
  await page.keyboard.press('Enter');

  await vera.sees('Your scorecard is ready');
  await tabsTo(/^Open your scorecard$/);
  await page.keyboard.press('Enter');
  await vera.sees(/practised alone, rated by yourself/i);
  await expect(page.getByLabel('Your answer', { exact: true })).toBeVisible();
  await expectAccessible(vera, 'the scorecard of a practice');
  await vera.sees('What you wrote down');
  await enters(/^Delete the recording and what I wrote down$/);
  await expect(page.getByLabel('Your answer', { exact: true })).toBeHidden();
  // The button is gone with what it deleted: the focus is still at its question.
  await expect(page.locator(':focus')).toHaveText(asked);
  await vera.presses('Undo');
  await expect(page.getByLabel('Your answer', { exact: true })).toBeVisible();
  await vera.sees('What you wrote down');
  await vera.presses('Delete the recording and what I wrote down');
  await expect(page.getByLabel('Your answer', { exact: true })).toBeHidden();
  await vera.reloads();
  await vera.sees(/practised alone, rated by yourself/i);
  await expect(page.getByLabel('Your answer', { exact: true })).toBeHidden();
  await vera.doesNotSee('What you wrote down');

  await vera.opens('/history');
  await vera.sees('The mean of what you gave your own answers');
  await vera.doesNotSee('The mean of the panel’s first ratings');
  // Nothing that was sent is sound, and what was said went to the judge alone; the server keeps neither.
  const [told, ...others] = sent.filter(({ body }) => body.includes(SAID));
  expect([told?.to.endsWith('/opinion'), others]).toEqual([true, []]);
  expectNotSent(
    sent.filter((one) => one !== told),
    [SAID],
  );
  expectNotKept(server.folder, [SAID]);

  // Nor in the browser, for the person who uses it next.
  const keeps = () =>
    page.evaluate(async () => [
      ...Object.keys(localStorage).filter((key) => key.startsWith('hotseat:')),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ]);
  expect(await keeps()).toContain('hotseat-recordings');
  await vera.presses('Your account');
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await keeps()).toEqual([]);
});

/** Nobody allows the microphone the first time, and they do the second time. */
function allowsTheSecondTime(): void {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  let times = 0;
  mediaDevices.getUserMedia = (wish) => {
    times += 1;
    return times === 1 ? Promise.reject(new DOMException('no', 'NotAllowedError')) : real(wish);
  };
}

test('in the middle of an answer somebody has it recorded after all, stops that, and begins again', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  await page.addInitScript(allowsTheSecondTime);
  await vera.opens('/practise?pack=software-engineer');
  await page.getByRole('radio', { name: '1', exact: true }).check();
  await vera.presses('Take a seat');
  await page.waitForURL('**/room/*');
  await vera.presses('I’m ready');
  const status = page.getByRole('region', { name: 'While you answer' }).getByRole('status');
  await expect(status).toHaveText('Not recorded');
  // A moment costs no time, however long it takes.
  const used = page.getByText(/^\d+:\d\d of \d+:\d\d$/);
  await vera.presses('I need a moment');
  await vera.sees('the clock is paused');
  const before = (await used.textContent()) ?? '';
  await vera.reloads();
  await vera.sees('the clock is paused');
  await expect(used).toHaveText(before);
  await vera.presses('I am ready, go on');
  await expect(used).not.toHaveText(before);
  await vera.presses('Record');
  await expect(status).toContainText('The browser was told not to use the microphone here.');
  /** Less than half a second is a slip, and not kept. */
  const talks = async () => {
    await expect(status).toHaveText('Recording, in this browser only');
    for (let second = 0; second < 2; second += 1) {
      const now = (await used.textContent()) ?? '';
      await expect(used).not.toHaveText(now);
    }
  };
  await vera.presses('Try again');
  await talks();
  await vera.presses('I need a moment');
  await expect(status).toHaveText('The recording waits until you go on');
  await vera.presses('I am ready, go on');
  await talks();
  await vera.presses('Stop recording');
  await expect(status).toContainText('No longer recorded.');
  await vera.presses('Record');
  await talks();
  await vera.presses('I’ve finished');
  await expect(page.getByLabel('Your answer', { exact: true })).toBeVisible();
  await expect(page.getByLabel(/^What you added at/)).toBeVisible();
});

/** A voice that reads a text in a second, ears on the device that hear one sentence and are then forbidden, and no microphone for the page. */
function standIns(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices: () => [],
      cancel: () => {},
      speak: (one: SpeechSynthesisUtterance) => {
        said.push(one.text);
        setTimeout(() => one.onstart?.(new Event('start') as SpeechSynthesisEvent), 0);
        setTimeout(() => one.onend?.(new Event('end') as SpeechSynthesisEvent), 1_500);
      },
    },
  });
  class Ears {
    static starts = 0;
    onresult: ((event: object) => void) | null = null;
    onerror: ((event: object) => void) | null = null;
    static available = async () => 'available';
    start() {
      Ears.starts += 1;
      if (Ears.starts > 1) return void setTimeout(() => this.onerror?.({ error: 'not-allowed' }), 0);
      const results = [{ isFinal: true, 0: { transcript: 'I would ask what is wanted.' } }];
      setTimeout(() => this.onresult?.({ resultIndex: 0, results }), 0);
    }
    stop() {}
  }
  Object.defineProperty(Ears.prototype, 'processLocally', { value: false, writable: true });
  Object.defineProperty(window, 'SpeechRecognition', { value: Ears });
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
}

test('a practice works without a microphone: the question is read aloud on no time of the answer, and what is said is written down on the device', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  const sent = sentBy(page);
  await page.addInitScript(standIns);
  await vera.opens('/practise?pack=software-engineer');
  await page.getByRole('radio', { name: '1', exact: true }).check();
  await vera.presses('Take a seat');
  await page.waitForURL('**/room/*');
  await page.getByRole('checkbox', { name: /^Record my answers/ }).click();
  await vera.sees('The browser was told not to use the microphone here.');
  await page.getByRole('checkbox', { name: /^Read the questions aloud/ }).click();
  await page.getByRole('checkbox', { name: /^Write down what I say/ }).click();
  await vera.presses('I’m ready');

  const words = () => page.evaluate(() => Reflect.get(window, 'said') as string[]);
  await vera.presses('I am ready, go on');
  await expect(page.getByRole('button', { name: 'I need a moment' })).toBeVisible();
  const asked = await page.getByRole('article').getByRole('heading').innerText();
  expect((await words()).at(-1)).toContain(asked);
  await vera.sees('What you say is written down on this device');
  await vera.presses('I’ve finished');
  await vera.sees('There is no recording of this answer');
  await vera.sees('6 words.');
  await vera.presses('Go on answering');
  await expect(page.getByRole('button', { name: 'I need a moment' })).toBeVisible();
  expect((await words()).filter((text) => text.includes(asked))).toHaveLength(1);
  await vera.sees('Not written down: the browser was told not to use the microphone');
  await vera.doesNotSee('What you say is written down');
  const heard = 'I would ask what is wanted.';
  expectNotSent(sent, [heard]);
  expectNotKept(server.folder, [heard]);
});

test('a question that is still read aloud can be skipped or finished, what was said to a skipped one is kept nowhere, and nothing is rejected', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  await page.addInitScript(standIns);
  await page.addInitScript(() => {
    // It reads slowly.
    speechSynthesis.speak = (one) =>
      void setTimeout(() => one.onstart?.(new Event('start') as SpeechSynthesisEvent), 0);
  });
  await vera.opens('/practise?pack=software-engineer');
  await vera.presses('Take a seat');
  await page.waitForURL('**/room/*');
  await page.getByRole('checkbox', { name: /^Write down what I say/ }).click();
  await vera.presses('I’m ready');
  await vera.sees('What you say is written down on this device');
  const texts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hotseat:said/')));
  await expect.poll(texts).toHaveLength(1);
  await vera.presses('Skip this one');
  await expect(page.locator('.sr-only[aria-live="polite"]')).toContainText('Breathe out. Question 2 of 3');
  expect(await texts()).toEqual([]);

  await page.evaluate(() => localStorage.setItem('hotseat:practice-aloud', 'on'));
  await vera.reloads();
  await expect(page.getByRole('button', { name: 'I am ready, go on' })).toBeVisible();
  await vera.presses('Skip this one');
  await vera.sees('Question 3 of 3');
  await expect(page.getByRole('button', { name: 'I am ready, go on' })).toBeVisible();
  await vera.presses('I’ve finished');
  await vera.sees('Listen again');
  // What fails stays on the screen.
  await expect(page.locator('[data-sonner-toast], [data-notice]')).toHaveCount(0);
});

test('one’s own stories are beside a question about the past, and marks made without listening have no time', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  const title = 'The night of the outage';
  const parts = { situation: 'The pager rang.', task: '', action: 'I rolled it back.', result: '' };
  const competency = shipped('behavioural-star').pack.groups.at(-1);
  if (!competency) throw new Error('the pack has no competency');
  const practises = async () => {
    await vera.opens(`/practise?pack=behavioural-star&competency=${competency.id}`);
    await expect(page.getByRole('checkbox', { name: `Only ${competency.title}` })).toBeChecked();
    await page.getByRole('radio', { name: '1', exact: true }).check();
    await vera.presses('Take a seat');
    await page.waitForURL('**/room/*');
  };
  await practises();
  const written = await page.evaluate(
    async (story) =>
      (
        await fetch('/api/stories', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(story),
        })
      ).ok,
    { title, ...parts, toldMs: null },
  );
  expect(written).toBe(true);
  await practises();
  await vera.presses('I’m ready');
  const stories = page.getByRole('region', { name: 'Your stories' });
  await stories.getByText(title).click();
  await expect(stories).toContainText('I rolled it back.');

  await vera.presses('I’ve finished');
  await vera.sees('There is no recording of this answer');
  await page.getByRole('radio', { name: 'heard' }).first().check();
  await page.getByRole('radio', { name: /^3:/ }).check();
  await vera.presses('See my scorecard');
  await vera.sees('Your scorecard is ready');
  await vera.opensTheScorecard();
  await vera.sees(/practised alone, rated by yourself/i);
  await expect(page.getByRole('region', { name: 'Competencies' })).toContainText(competency.title);
  const heard = page.getByRole('listitem').filter({ has: page.getByText('heard', { exact: true }) });
  await expect(heard.first()).toBeVisible();
  await expect(heard.first()).not.toContainText(/\d:\d\d/);
});
