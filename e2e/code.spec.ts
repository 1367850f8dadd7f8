import { expectAccessible, expectAccessibleWindow } from './fixtures/accessible';
import { asksToUndo, code, hasTheText, holdsBackTheText, longAfter, types } from './fixtures/code-editor';
import { opensARoomWithCode, PYTHON, RUBY, SQL, TYPESCRIPT } from './fixtures/code-guide';
import { Panelist } from './fixtures/panelist';
import type { Person } from './fixtures/person';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

const FIND = 'No tests at all';
const HERS = 'Only Noor thought of it';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('two exercises, from the push to the scorecard: written together, helped along, checked, scored', async ({
  host,
  priya,
  jonas,
  meet,
}) => {
  const noor = await meet('Noor', Panelist, PHONE);
  const everybody = [host, priya, noor, jonas];

  await test.step('Mara’s own guide has both exercises, and Noor watches on a phone', async () => {
    await opensARoomWithCode(host);
    await priya.joins(await host.link('panelist'));
    await noor.joins(await host.link('observer'));
    await jonas.joins(await host.link('candidate'));
    await host.starts();
  });

  await test.step('the original shows at once, and can be written in as soon as the text of today is here', async () => {
    const letsGo = await holdsBackTheText(jonas);
    await host.pushesToRun(RUBY.title, 'review');
    await expect(code(jonas)).toContainText('class SailingsController');
    await expect(code(jonas)).toHaveAttribute('aria-busy', 'true');
    await types(jonas, '# early\n');
    await letsGo();
    for (const person of everybody) await hasTheText(person);
    for (const person of everybody) await expect(code(person)).not.toContainText('# early');
  });

  await test.step('everybody has the original at once, and Jonas writes in it', async () => {
    await jonas.isAsked(RUBY.prompt);
    await jonas.sees(/to review aloud, then one fix$/);
    for (const person of [host, priya, noor]) await person.sees('Review aloud, then one fix');
    await code(jonas).press('Control+Home');
    await code(jonas).pressSequentially('# note one\n');
    for (const person of [host, priya, noor]) await expect(code(person)).toContainText('# note one');
    await jonas.sees('Saved');
    await expect(jonas.page.getByRole('status').filter({ hasText: /Sav(ed|ing)/ })).toHaveCount(0);
    await code(priya).press('x');
    await code(priya).press('Control+u');
    await code(priya).press('Control+z');
    await asksToUndo(priya);
    await writesFor(jonas, '# later, one', everybody);
    for (const person of everybody) await expect(code(person)).not.toContainText('x#');
  });

  await test.step('Priya writes with the pen, until Mara takes it back', async () => {
    await host.page.getByRole('combobox', { name: 'Hand the pen to' }).selectOption('Priya');
    await host.presses('Hand over');
    await jonas.sees('Priya can write too.');
    await expect(host.page.getByRole('button', { name: 'Take the pen back' })).toBeFocused();
    await code(priya).press('Control+Home');
    await code(priya).pressSequentially('# note two\n');
    await expect(code(jonas)).toContainText('# note two');
    await host.presses('Take the pen back');
    await expect(priya.page.getByText(/^Pen: /)).toBeHidden();
    await code(priya).press('y');
    await writesFor(jonas, '# later, two', everybody);
    for (const person of everybody) await expect(code(person)).not.toContainText('y#');
  });

  await test.step('undo takes back what Jonas typed in this window, and nothing else', async () => {
    await code(jonas).press('Control+u');
    await asksToUndo(jonas, { times: 60 });
    for (const person of [host, noor, jonas]) {
      await expect(code(person)).not.toContainText(/# (note one|later)/);
      await expect(code(person)).toContainText('# note two');
      await expect(code(person)).toContainText('class SailingsController');
    }
    await asksToUndo(jonas, { times: 60, inputType: 'historyRedo' });
    for (const person of [host, noor, jonas]) await expect(code(person)).toContainText('# note one');
  });

  await test.step('Jonas loses his connection, writes on, reloads, and nothing is lost', async () => {
    jonas.losesTheLine();
    await jonas.isToldOfTheCut();
    await code(jonas).press('Control+Home');
    await code(jonas).pressSequentially('# note three\n');
    await jonas.sees(/^Not saved yet/);
    await jonas.reloadsInVain();
    jonas.getsTheLineBack();
    await jonas.reloads();
    await jonas.sees('Saved');
    for (const person of [host, noor, jonas]) await expect(code(person)).toContainText('# note three');
  });

  await test.step('Escape and then Tab leaves the code, whatever Escape did and however long it takes', async () => {
    const first = jonas.page.locator('.cm-line').first();
    await types(jonas, '\n');
    await types(jonas, '# cla');
    await code(jonas).press('Shift+ArrowLeft');
    await code(jonas).press('Escape');
    await longAfter(jonas, () => code(jonas).press('Tab'));
    await expect(code(jonas)).not.toBeFocused();
    await expect(first).toHaveText(/^# cla$/);
    await code(jonas).press('Control+Home');
    await code(jonas).press('Tab');
    await expect(first).toHaveText(/^\s+# cla$/);
  });

  await test.step('a hint comes from the ladder, with its moment for the panel', async () => {
    await priya.sees(/^After a hint:/);
    await priya.presses('Give hint 1');
    await jonas.sees(RUBY.hint);
    for (const person of [host, noor]) await person.sees(/^given at/);
    expect(jonas.line.received()).not.toContain(RUBY.nextHint);
  });

  await test.step('Priya points at lines, for the panel and for everyone', async () => {
    await code(priya).press('Control+Home');
    await code(priya).press('Shift+ArrowDown');
    const comment = priya.page.getByRole('textbox', { name: 'Comment on the selected lines' });
    await comment.fill('ask about this');
    await priya.presses('Point for the panel');
    await noor.sees('ask about this');
    await comment.fill('what does this do');
    await priya.presses('Point for everyone');
    await jonas.sees('what does this do');
    expect(jonas.line.received()).not.toContain('ask about this');
  });

  await test.step('a mark stays on its line for everybody, also where the next line begins or the last one ends', async () => {
    const where = (line: number) => new RegExp(`Priya, line ${line}: what does this do`);
    const told = (person: Person) => person.page.getByRole('list', { name: 'Pointed at' });
    await code(jonas).press('Control+Home');
    await code(jonas).press('Enter');
    for (const person of [host, noor, jonas]) await expect(told(person)).toContainText(where(2));
    await expect(host.page.locator('.cm-pointed').first()).toHaveText(/# cla/);
    await noor.reloads();
    await expect(told(noor)).toContainText(where(2));
    await code(jonas).press('Backspace');
    for (const person of [host, noor, jonas]) await expect(told(person)).toContainText(where(1));
  });

  await test.step('a press on the lines of an issue shows where they are now, without a mark of one’s own', async () => {
    const row = host.page.getByRole('listitem').filter({ hasText: RUBY.critical });
    const shows = row.getByRole('link', { name: /^Show in the code: line 3, now \d+$/ });
    await shows.press('Enter');
    await expect(host.page.locator('.cm-issue-line')).toHaveText(/Sailing\.where/);
    await expect(host.page.locator('.cm-issue-line')).toBeInViewport();
    await expect(row.getByRole('radio', { checked: true })).toHaveCount(0);
    await expectAccessibleWindow(host.page, 'the panel’s live code');
  });

  await test.step('on a phone Priya chooses a line by its number, points at it, and marks an issue', async () => {
    const { page } = priya;
    await page.setViewportSize(PHONE.viewport);
    await page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: /^5$/ }).click();
    const comment = page.getByRole('textbox', { name: 'Comment on the selected lines' });
    await expect(comment).toHaveAttribute('placeholder', 'Comment on line 5');
    await writesFor(jonas, '# above', [priya]);
    await expect(comment).toHaveAttribute('placeholder', 'Comment on line 6');
    await comment.fill('here it is');
    await priya.presses('Point for the panel');
    await noor.sees(': here it is');
    await priya.marks(RUBY.high, 'partial');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('marks and extra finds are hidden until the reveal, and an open critical issue is announced', async () => {
    await host.sees('By your marks a critical issue is still open: the pack caps this at 2.');
    await priya.marks(RUBY.critical, 'found');
    await priya.doesNotSee(/critical issue is still open/);
    await noor.marks(RUBY.high, 'found');
    await host.marks(RUBY.critical, 'missed');
    await host.marks(RUBY.high, 'partial');
    const field = priya.page.getByRole('textbox', { name: 'Another problem they found' });
    await field.fill(FIND);
    await priya.page.getByRole('checkbox', { name: 'On line 6 (selected)' }).check();
    await field.press('Enter');
    await priya.sees(`${FIND}, line 6`);
    await writesFor(jonas, '# above that', [priya]);
    await priya.sees(`${FIND}, line 6, now 7`);
    await host.doesNotSee(FIND);
    const hers = noor.page.getByRole('textbox', { name: 'Another problem they found' });
    await hers.fill(HERS);
    await hers.press('Enter');
    await noor.page.getByRole('button', { name: `Remove: ${HERS}` }).waitFor();
    await priya.rates(3);
    await host.rates(2);
    await host.reveals();
    for (const person of [host, noor]) await person.sees('Found differently');
    await host.sees(FIND);
    await host.sees(/^Extra find, line 6, now 7, found at/);
    const uncounted = noor.page.getByRole('region', { name: 'Yours, not counted' });
    await expect(uncounted).toContainText(HERS);
    await host.doesNotSee(HERS);
  });

  await test.step('the second has checks: one fails, Jonas fixes the code, and it passes', async () => {
    jonas.losesTheLine();
    await jonas.isToldOfTheCut();
    await types(jonas, '# too late\n');
    await host.page.keyboard.press('Control+k');
    await host.page.getByRole('combobox', { name: 'Find a question or an action' }).fill(TYPESCRIPT.title);
    await host.page.getByRole('option', { name: 'Push to rewrite, 24 minutes' }).click();
    // The room still takes what it gets a few seconds after the end.
    const sinceThen = host.page.getByRole('timer', { name: /^(0:[1-5]\d|[1-9]:\d\d) of 24:00/ });
    await expect(sinceThen.filter({ visible: true }).first()).toBeVisible();
    jonas.getsTheLineBack();
    await jonas.isAsked(TYPESCRIPT.prompt);
    await jonas.sees('1 line that you typed could not be saved.');
    await jonas.presses('Show');
    const late = jonas.page.getByRole('dialog', { name: 'What could not be saved' });
    await expect(late).toContainText('# too late');
    await late.getByRole('button', { name: 'Close' }).click();
    await jonas.reloads();
    await hasTheText(jonas);
    await jonas.doesNotSee('1 line that you typed could not be saved.');
    await jonas.sees(/^Rewrite it, and say why as you go/);
    for (const person of [host, priya, noor]) await person.sees('Rewrite it');
    await jonas.page.getByRole('button', { name: 'Run', exact: true }).click();
    await jonas.sees(/^Output: nothing was printed \(run 1\)/);
    await noor.sees(/^The candidate ran the code: nothing was printed \(run 1\)/);
    await jonas.presses('Run the checks');
    await jonas.sees(/^Checks: 1 of 2 passed/);
    await expect(
      jonas.page.locator('[aria-live=polite]').filter({ hasText: 'Checks: 1 of 2 passed.' }),
    ).toHaveCount(1);
    await code(jonas).focus();
    await code(jonas).press('Control+a');
    await jonas.page.keyboard.insertText(
      'function depthAt(tides: { minute: number; metres: number }[], minute: number) {\n  return tides.findLast((tide) => tide.minute <= minute)?.metres ?? null;\n}',
    );
    await jonas.presses('Run the checks');
    await jonas.sees(/^Checks: 2 of 2 passed \(run 2\)/);
    await noor.sees(/^Checks that the candidate ran: 2 of 2 passed/);
    await host.presses('Run the hidden checks');
    await priya.sees(/^Hidden checks, for the panel alone: 1 of 1 passed/);
    await host.marks(TYPESCRIPT.critical, 'found');
    await host.rates(4);
    await priya.rates(4);
    await host.reveals();
  });

  await test.step('Python and SQL run their checks in the browser, too', async () => {
    for (const { exercise, fails } of [
      { exercise: PYTHON, fails: 'assert fare([34, 5]) == 12' },
      { exercise: SQL, fails: 'got [], expected [["Tern"]]' },
    ]) {
      await host.pushesFromTheBank(exercise.title, exercise.title);
      await jonas.isAsked(exercise.prompt);
      await jonas.presses('Run the checks');
      // An engine starts in seconds, but not on a machine that has much else to do.
      await expect(jonas.page.getByText(/^Checks: 1 of 2 passed \(run 1\)/)).toBeVisible({
        timeout: 120_000,
      });
      await jonas.sees(fails);
    }
  });

  await test.step('a scratch pad is code from nothing, in the language that Mara chooses', async () => {
    const language = host.page.getByRole('combobox', { name: 'Language of the scratch pad' });
    await language.selectOption('Python');
    await host.presses('Push a scratch pad');
    await jonas.sees('Write code here while you talk. The panel tells you the task.');
    await hasTheText(jonas);
    await code(jonas).focus();
    await jonas.page.keyboard.type('tides = [1, 2]');
    for (const person of [host, priya, noor]) await expect(code(person)).toContainText('tides = [1, 2]');
    await jonas.sees('Saved');
    await jonas.page.keyboard.type('\nprint(sum(tides))');
    await jonas.page.getByRole('button', { name: 'Run', exact: true }).click();
    for (const [person, label] of [
      [jonas, 'Output'],
      [host, 'The candidate ran the code'],
    ] as const) {
      const output = person.page.getByRole('region', { name: label });
      await expect(output).toContainText('ended without an error', { timeout: 120_000 });
      await expect(output.locator('pre')).toHaveText('3');
    }
  });

  await test.step('only the panel’s windows were sent an issue, a hidden check, a reason or a find', async () => {
    const secrets = [
      RUBY.critical,
      RUBY.high,
      RUBY.reason,
      RUBY.nextHint,
      TYPESCRIPT.critical,
      TYPESCRIPT.hidden,
      FIND,
    ];
    expectNothingOf(jonas, secrets);
  });

  await test.step('in the debrief the text is beside the original and the reference', async () => {
    await host.finishesAsking();
    for (const person of [priya, host]) await person.givesVerdict('Yes', 'reads code well');
    await host.presses('Open the debrief');
    const review = host.page.getByRole('region', { name: `The code of ${RUBY.title}` });
    await expect(review).toContainText('# note three');
    await expect(review).toContainText('includes(:ferry)');
    await expect(review).toContainText(RUBY.reason);
    await expect(review).toContainText(/found at \d+:\d\d/);
    await expect(review).toContainText(/Priya could write in it too: \d+:\d\d to \d+:\d\d/);
    await expect(noor.page.getByRole('region', { name: `The code of ${RUBY.title}` })).toContainText(
      RUBY.reason,
    );
    const fold = review.locator('.cm-collapsedLines');
    await expect(fold.first()).toBeVisible();
    const shows = review.getByRole('button', { name: 'Show all lines' });
    while ((await shows.count()) > 0) await shows.first().press('Enter');
    await expect(fold, 'no fold needs a mouse').toHaveCount(0);
    await host.page.emulateMedia({ forcedColors: 'active' });
    for (const [side, sign, line] of [
      ['a', '"−"', 'dashed'],
      ['b', '"+"', 'solid'],
    ]) {
      const drawn = await review
        .locator(`.cm-merge-${side} .cm-changedLine`)
        .first()
        .evaluate((changed) => [
          getComputedStyle(changed, '::before').content,
          getComputedStyle(changed.querySelector('.cm-changedText') ?? changed).borderBottomStyle,
        ]);
      expect(drawn, 'what changed does not depend on colour').toEqual([sign, line]);
    }
    await host.page.emulateMedia({ forcedColors: 'none' });
  });

  await test.step('the scorecard shows the hint, the finds and the final code, as far as they were shared', async () => {
    await host.publishes();
    await host.opensTheScorecard();
    await host.sees(/^Hint 1, used at/);
    await host.sees('Reviewed aloud, then one fix');
    await host.sees('Rewritten');
    await host.sees(FIND);
    await host.page.getByText('The code, and how it could be').first().click();
    await expect(
      host.page.getByRole('textbox', { name: `${RUBY.title}: the code at the end`, exact: true }),
    ).toContainText('# note three');
    await noor.opensTheScorecard();
    await noor.sees(/^Hint 1, used at/);
    await jonas.opensTheScorecard();
    await jonas.sees(/^Hint 1, used at/);
    await jonas.page.getByText('The code').filter({ visible: true }).first().click();
    await expect(
      jonas.page.getByRole('textbox', { name: `${RUBY.title}: the code at the end`, exact: true }),
    ).toContainText('# note three');
    await jonas.doesNotSee(FIND);
    await jonas.doesNotSee(RUBY.critical);
  });

  await test.step('the writing plays back, with what each of them may see beside it', async () => {
    for (const person of [host, noor, jonas]) {
      if (person === noor)
        await noor.page.getByText('The code, and how it could be').filter({ visible: true }).first().click();
      await person.page.getByRole('button', { name: 'Play back the writing' }).first().click();
      const playback = person.page.getByRole('region', { name: `How the code of ${RUBY.title} was written` });
      const code = playback.getByRole('region', { name: /^The code at/ });
      await expect(code).toContainText('class SailingsController');
      await expect(code).not.toContainText('# note');
      await playback.getByRole('radio', { name: '16×' }).check();
      await playback.getByRole('button', { name: 'Play' }).click();
      await expect(code).toContainText('# note three');
      await expect(playback.getByRole('button', { name: 'Play' })).toBeVisible();
      await playback.getByRole('slider', { name: 'Moment' }).press('Home');
      await expect(code).not.toContainText('# note');
      await playback.getByRole('button', { name: /^\d+:\d\d Hint 1/ }).click();
      await expect(code).toContainText('# note three');
      await expect(playback.getByText(FIND)).toHaveCount(person === jonas ? 0 : 1);
      if (person !== noor) await expectAccessible(person, 'a playback');
    }
  });

  await test.step('the replay of the round has the code as it was at any moment', async () => {
    for (const person of [host, jonas]) {
      await person.page.goto(person.page.url().replace('/scorecards/', '/replay/'));
      await person.page.getByLabel('Jump by').selectOption({ label: 'Hint' });
      await person.presses('Next');
      await expect(code(person)).toContainText('# note three');
      await person.page.getByLabel('Jump by').selectOption({ label: 'Question' });
      await person.presses('Previous');
      await expect(code(person)).toContainText('class SailingsController');
      await expect(code(person)).not.toContainText('# note');
      await hasTheText(person);
      await code(person).pressSequentially('zz');
      await code(person).press('Control+u');
      await code(person).press('Control+z');
      await asksToUndo(person);
      await expect(code(person)).toContainText('class SailingsController');
      await person.presses('Next');
      await expect(code(person)).toContainText('depthAt');
      await person.presses('Previous');
      await expect(code(person)).toContainText('class SailingsController');
      await expect(code(person)).not.toContainText('zz');
    }
    await jonas.sees(/to review aloud, then one fix$/);
    await jonas.doesNotSee(/^Saved/);
    await host.sees('Review aloud, then one fix');
    // In a fieldset that is off, axe takes everything for unreachable, also the text of an editor.
    await expectAccessible(host, 'the replay of an exercise', ['scrollable-region-focusable']);
    await host.page.getByRole('link', { name: /^Show in the code: line 4/ }).click();
    await expect(host.page.locator('.cm-issue-line')).toHaveText(/@sailings\.each/);
  });

  await test.step('its debrief has the code beside the original and the reference, with the reasons', async () => {
    await host.page.getByRole('slider').first().press('End');
    const review = host.page.getByRole('region', { name: `The code of ${RUBY.title}` });
    await expect(review).toContainText('# note three');
    await expect(review).toContainText('includes(:ferry)');
    await expect(review).toContainText(RUBY.reason);
    await expect(review).toContainText(/found at \d+:\d\d/);
  });
});

/** Jonas writes a line at the top, and everybody has it: what was told before it has arrived, too. */
async function writesFor(jonas: Person, line: string, everybody: readonly Person[]): Promise<void> {
  await code(jonas).press('Control+Home');
  await code(jonas).pressSequentially(`${line}\n`);
  for (const person of everybody) await expect(code(person)).toContainText(line);
}
