import { promptOf, questionsOf } from './fixtures/bank';
import { Keys } from './fixtures/keys';
import { expect, test } from './fixtures/test';

test('Mara leads a panel, from the home page to the published scorecard, by keyboard alone', async ({
  host,
  priya,
  jonas,
}) => {
  const { page } = host;
  const keys = new Keys(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await test.step('she opens a room', async () => {
    await host.opens('/');
    await keys.use('link', 'Set up the room');
    await keys.tabTo('textbox', 'Your name');
    await keys.type('Mara');
    await keys.press('Enter');
    await page.waitForURL('**/room/*');
  });

  await test.step('she copies the links, lets both in, and starts the round', async () => {
    await keys.use('button', 'Copy the link: The panel');
    await host.sees('Copied');
    await priya.joins(await copied());
    await keys.use('button', 'Let Priya in');
    await keys.use('button', 'Copy the link: The candidate');
    await jonas.joins(await copied());
    await keys.use('button', 'Let Jonas in');
    await jonas.sees('What will happen');
    await keys.use('button', 'Start the round');
  });

  await host.sees('Jonas is in the hot seat');
  const { agenda } = await questionsOf(host);
  const [first, second, third] = agenda;

  await test.step('Enter on the agenda pushes; p stops the clock and lets it go on', async () => {
    await keys.tabTo('button', /, next\./, page.getByRole('region', { name: 'Agenda' }));
    await keys.press('Enter');
    await jonas.isAsked(promptOf(first));
    await host.listensTo(promptOf(first));
    await keys.press('p');
    for (const { page } of [host, priya])
      await expect(page.getByRole('timer')).toHaveAccessibleName(/paused/);
    await keys.press('p');
    await expect(priya.page.getByRole('timer')).not.toHaveAccessibleName(/paused/);
  });

  await test.step('she ticks, writes a note, and rates; typing is only typing', async () => {
    const point = page.getByRole('group', { name: first?.points[0]?.text ?? '', exact: true });
    await keys.tabTo('radio', 'heard', point);
    await keys.press('Space', 'ArrowRight');
    await expect(point.getByRole('radio', { name: 'partial' })).toBeChecked();
    // The field must have the focus before the next key, which would be a rating anywhere else.
    const focused = await page.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
      return document.activeElement?.getAttribute('aria-label');
    });
    expect(focused).toMatch(/^Write a note/);
    await keys.type('12 regions, 5 of them live?');
    await keys.press('Enter');
    await expect(host.note('12 regions')).toBeVisible();
    await host.sees('0 of 2 rated');
    await keys.press('Escape', '4');
    await host.sees('1 of 2 rated');
    await priya.rates(2);
    await host.sees('2 of 2 rated');
    await keys.press('Control+Enter');
    await host.sees('Ratings are open');
    await keys.press('3');
    await priya.sees(/Mara .*4.*3/);
  });

  await test.step('she finds a question in the bank, and skips another from the palette', async () => {
    await keys.press('/');
    await keys.type(promptOf(second).slice(0, 24));
    await keys.use('button', `Push: ${promptOf(second)}`);
    await jonas.isAsked(promptOf(second));
    await host.listensTo(promptOf(second));
    await keys.press('0');
    await host.sees('1 of 2 rated');
    await keys.find(promptOf(third).slice(0, 24));
    await jonas.isAsked(promptOf(third));
    await host.listensTo(promptOf(third));
    await keys.find('Skip this');
    await jonas.sees('The panel is choosing the next question');
    await keys.press('?');
    await host.sees('Shortcuts don’t work while you type.');
    await keys.press('Escape');
    await host.doesNotSee('Shortcuts don’t work while you type.');
  });

  await test.step('she talks in the channel, then ends the asking', async () => {
    await keys.use('button', /^Panel channel/);
    await keys.tabTo('textbox', /^Message to the panel/);
    await keys.type('that is all from me');
    await keys.press('Enter');
    await priya.readsInTheChannel('that is all from me');
    await keys.use('button', 'More');
    await keys.take('Finish asking');
    await keys.use('button', 'Finish and go to verdicts');
    await jonas.sees('Take a breath');
  });

  await test.step('she gives her verdict, opens the debrief and publishes', async () => {
    await keys.tabTo('radio', 'Strong no');
    await keys.choose(page.getByRole('radio', { name: 'Yes', exact: true }));
    await keys.tabTo('textbox', 'Why');
    await keys.type('sound under questions');
    await keys.use('button', 'Submit face down');
    await priya.givesVerdict('Yes', 'agreed');
    await keys.use('button', 'Open the debrief');
    await keys.use('button', 'Call Jonas back');
    await jonas.sees('The panel is ready for you');
    await keys.use('button', 'Publish the scorecard');
    await keys.use('button', 'Publish', page.getByRole('dialog'));
    await jonas.sees('Your scorecard is ready');
  });
});
