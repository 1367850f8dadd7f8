import { SHIPPED } from '../server/testing/shipped-packs';
import { expectAccessible } from './fixtures/accessible';
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

test('somebody practises alone by keyboard, from the home page to the scorecard, and their voice stays with them', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  const focused = () => page.locator(':focus');
  /** Goes on by Tab alone until the focus is on something of this name. */
  const tabsTo = async (name: RegExp) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab');
      const named = await focused().evaluate((element) => {
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
        return element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
      });
      if (name.test(named)) return;
    }
    throw new Error(`nothing called ${name} has a place in the order of the focus`);
  };
  /** Of the answer, by the clock, which has the figures ready though it does not show them. */
  const secondsUsed = async () => {
    const figures = await page.getByText(/^\d+:\d\d of \d+:\d\d$/).textContent();
    const [minutes = 0, seconds = 0] = (figures?.split(' of ')[0] ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  };
  const sent: string[] = [];
  page.on('request', (request) => {
    const body = request.postDataBuffer();
    if (body) sent.push(`${request.url()} ${request.headers()['content-type']} ${body.length}`);
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => sent.push(`a frame text/plain ${payload.length}`)),
  );

  await vera.opens('/');
  await tabsTo(/^Practise alone$/);
  await page.keyboard.press('Enter');
  await vera.sees('Three simulated panelists ask you.');
  await expectAccessible(vera, 'the set-up of a practice');
  await page.getByRole('combobox', { name: 'Pack' }).selectOption('software-engineer');
  await page.getByRole('radio', { name: '1', exact: true }).focus();
  await page.keyboard.press('Space');
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
  const secret = [...question.points.map(({ text }) => text), ...question.samples.map(({ text }) => text)];
  expectNothingOf(vera, secret);
  await expectAccessible(vera, 'an answer alone');
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
  await vera.presses('Answer it');
  await vera.sees('Recording, in this browser only');
  // Less than half a second is a slip, and not kept.
  const begun = await secondsUsed();
  await expect.poll(secondsUsed).toBeGreaterThan(begun + 1);
  await vera.presses('I’ve finished');
  await expect(page.getByLabel(/^What you added at/)).toBeVisible();

  await player.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 1;
  });
  // A second opinion: shown before it is sent, and never more than a proposal.
  await page.getByText('Write down what you said', { exact: true }).click();
  await page.getByRole('textbox', { name: 'What you said' }).fill(SAID);
  await vera.sees('16 words.');
  await vera.presses('Ask for it');
  await vera.sees(/^This goes to 127\.0\.0\.1/);
  await vera.sees(new RegExp(SAID));
  await vera.presses('Send it');
  await vera.sees('A machine proposes a rating of 3.');
  await vera.sees('ask what exactly is wanted');
  await expect(page.getByRole('radio', { name: /^3:/ })).not.toBeChecked();

  const [point] = question.points;
  const marks = page.getByRole('group', { name: point?.text });
  await marks.getByRole('radio', { name: 'heard' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^at 0:01/ })).toBeVisible();
  await page
    .getByText(/^An answer that the pack rates/)
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await vera.sees('Why not higher');
  await page.getByRole('radio', { name: /^4:/ }).focus();
  await page.keyboard.press('Space');
  await tabsTo(/^See my scorecard$/);
  await page.keyboard.press('Enter');

  await vera.sees('Your scorecard is ready');
  await tabsTo(/^Open your scorecard$/);
  await page.keyboard.press('Enter');
  await vera.sees(/practised alone, rated by yourself/i);
  await expect(page.getByLabel('Your answer', { exact: true })).toBeVisible();
  await expectAccessible(vera, 'the scorecard of a practice');
  await vera.presses('Delete the recording');
  await expect(page.getByLabel('Your answer', { exact: true })).toBeHidden();
  await vera.reloads();
  await vera.sees(/practised alone, rated by yourself/i);
  await expect(page.getByLabel('Your answer', { exact: true })).toBeHidden();

  await vera.opens('/history');
  await vera.sees('The mean of what you gave your own answers');
  await vera.doesNotSee('The mean of the panel’s first ratings');
  // Nothing that was sent is sound: every body is a small piece of JSON or of a form.
  for (const line of sent) expect(line).toMatch(/(json|x-www-form-urlencoded|text\/plain)\S* \d{1,4}$/);
});
