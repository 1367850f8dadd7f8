import { opensARoomWithCode, PYTHON, RUBY } from './fixtures/code-guide';
import { Panelist } from './fixtures/panelist';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const OUT = '/tmp/code-shots';
const code = (person: Person) => person.page.getByRole('textbox', { name: /^The (candidate’s )?code/ });

async function shot(person: Person, name: string, full = false, widths = [1280, 768, 390]) {
  const { page } = person;
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : width === 768 ? 1024 : 800 });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${OUT}/${name}-${width}.png`, fullPage: full });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('shots', async ({ host, priya, jonas, meet }) => {
  const noor = await meet('Noor', Panelist, { viewport: { width: 390, height: 844 } });
  await opensARoomWithCode(host);
  await priya.joins(await host.link('panelist'));
  await noor.joins(await host.link('observer'));
  await jonas.joins(await host.link('candidate'));
  await host.page.getByRole('combobox', { name: 'Exercise to read at home' }).selectOption(RUBY.title);
  await host.presses('Show it');
  await jonas.sees('Code to read before you start');
  await shot(jonas, 'home-candidate', true);
  await shot(host, 'home-host', true, [1280, 390]);
  await host.starts();
  await host.pushesFromTheBank(RUBY.title, RUBY.title);
  for (const person of [host, priya, noor, jonas]) await expect(code(person)).toContainText('class Sail');
  await code(jonas).press('Control+Home');
  await code(jonas).pressSequentially('# eager loading would do\n', { delay: 20 });
  await priya.presses('Give hint 1');
  await jonas.sees(RUBY.hint);
  await code(priya).press('Control+Home');
  await code(priya).press('ArrowDown');
  await code(priya).press('Shift+ArrowDown');
  await priya.page.getByRole('textbox', { name: 'Comment on the selected lines' }).fill('what does this do');
  await priya.presses('Point for everyone');
  await jonas.sees('what does this do');
  const row = host.page.getByRole('group', { name: RUBY.critical, exact: true });
  await row.getByRole('radio', { name: 'found' }).check();
  const field = priya.page.getByRole('textbox', { name: 'Something else that they found' });
  await field.fill('No tests at all');
  await field.press('Enter');
  await jonas.sees('Saved');
  await code(jonas).press('Control+a');
  await jonas.page.keyboard.insertText(
    'class SailingsController < ApplicationController\n  def index\n    @sailings = Sailing.where(day: params[:day]).includes(:ferry)\n  end\nend\n',
  );
  await jonas.sees('Saved');
  await shot(jonas, 'candidate');
  await shot(host, 'panel');
  await shot(noor, 'observer', false, [390, 768]);
  await jonas.page.emulateMedia({ colorScheme: 'dark' });
  await host.page.emulateMedia({ colorScheme: 'dark' });
  await shot(jonas, 'candidate-dark', false, [1280]);
  await shot(host, 'panel-dark', false, [1280]);
  await jonas.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await host.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await shot(jonas, 'candidate-forced', false, [1280]);
  await shot(host, 'panel-forced', false, [1280]);
  for (const { page } of [host, jonas]) await page.emulateMedia({ forcedColors: 'none' });
  await priya.rates(3);
  await host.rates(2);
  await host.reveals();
  await host.sees('No tests at all');
  await shot(host, 'reveal', false, [1280, 390]);
  await host.pushesFromTheBank(PYTHON.title, PYTHON.title);
  await jonas.isAsked(PYTHON.prompt);
  await jonas.presses('Run the checks');
  await jonas.page.waitForTimeout(600);
  await shot(jonas, 'python-starting', false, [1280]);
  await expect(jonas.page.getByText(/^Checks: 1 of 2 passed/)).toBeVisible({ timeout: 120_000 });
  await shot(jonas, 'python', false, [1280, 390]);
  await host.page.getByRole('combobox', { name: 'Language of the scratch pad' }).selectOption('Python');
  await host.presses('Push a scratch pad');
  await jonas.sees('Write code here while you talk. The panel tells you the task.');
  await code(jonas).focus();
  await jonas.page.keyboard.type('def tides(day):\n');
  await jonas.sees('Saved');
  await shot(jonas, 'scratch');
  await shot(host, 'scratch-panel', false, [1280, 768]);
  await host.finishesAsking();
  for (const person of [priya, host]) await person.givesVerdict('Yes', 'reads code well');
  await host.presses('Open the debrief');
  const review = host.page.getByRole('region', { name: `The code of ${RUBY.title}` });
  await expect(review).toContainText('includes(:ferry)');
  await review.scrollIntoViewIfNeeded();
  await shot(host, 'debrief');
  for (const width of [1280, 390]) {
    await host.page.setViewportSize({ width, height: 900 });
    await review.screenshot({ path: `${OUT}/debrief-review-${width}.png` });
  }
  await host.publishes();
  await host.opensTheScorecard();
  await host.page.getByText('The code, and how it could be').first().click();
  await host.page.waitForTimeout(800);
  await shot(host, 'scorecard', true, [1280, 390]);
  await host.page.pdf({ path: `${OUT}/scorecard.pdf`, format: 'A4' });
  await host.page.getByRole('button', { name: 'Play back the writing' }).first().click();
  const playback = host.page.getByRole('region', { name: `How the code of ${RUBY.title} was written` });
  await playback.getByRole('button', { name: /^\d+:\d\d Hint 1/ }).click();
  for (const width of [1280, 768, 390]) {
    await host.page.setViewportSize({ width, height: 900 });
    await playback.screenshot({ path: `${OUT}/playback-${width}.png` });
  }
  await host.page.emulateMedia({ colorScheme: 'dark' });
  await playback.screenshot({ path: `${OUT}/playback-dark.png` });
  await host.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await playback.screenshot({ path: `${OUT}/playback-forced.png` });
  await host.page.emulateMedia({ forcedColors: 'none' });
  await host.page.goto(host.page.url().replace('/scorecards/', '/replay/'));
  await host.page.getByLabel('Jump by').selectOption({ label: 'Hint' });
  await host.presses('Next');
  await expect(code(host)).toContainText('eager');
  await shot(host, 'replay');
  await jonas.opensTheScorecard();
  await jonas.page.goto(jonas.page.url().replace('/scorecards/', '/replay/'));
  await jonas.page.getByLabel('Jump by').selectOption({ label: 'Hint' });
  await jonas.presses('Next');
  await expect(code(jonas)).toContainText('eager');
  await shot(jonas, 'replay-candidate', false, [1280, 390]);
});
