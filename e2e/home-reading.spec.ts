import { expectAccessible } from './fixtures/accessible';
import { opensARoomWithCode, RUBY, TYPESCRIPT } from './fixtures/code-guide';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

test('the candidate reads code at home for as long as the host allows it', async ({ host, priya, jonas }) => {
  await opensARoomWithCode(host);
  await priya.joins(await host.link('panelist'));
  await jonas.joins(await host.link('candidate'));
  await host.page.getByRole('combobox', { name: 'Exercise to read at home' }).selectOption(TYPESCRIPT.title);
  await host.page.getByRole('combobox', { name: 'How long it is open' }).selectOption('For 3 hours');
  await host.presses('Show it');
  await jonas.sees('Code to read before you start');
  await jonas.sees(/^There is code for you to read until/);
  await priya.sees('Jonas hasn’t opened it yet.');
  expectNothingOf(jonas, [TYPESCRIPT.prompt, 'depthAt']);
  await jonas.presses('Open the code');
  await jonas.sees(TYPESCRIPT.prompt);
  for (const person of [host, priya]) await person.sees(/^Jonas opened it today at \d\d:\d\d\.$/);
  await expect(jonas.page.getByRole('region', { name: 'The code to read' })).toContainText('depthAt');
  const until = priya.page.getByText(/^The candidate can read it until/);
  const before = await until.innerText();
  const stays = host.page.getByRole('combobox', { name: 'How long it stays open' });
  await stays.selectOption('1 hour from now');
  await expect(until, 'choosing alone changes nothing').toHaveText(before);
  await host.presses('Change the time');
  await expect(until).not.toHaveText(before);
  await host.sees(/^Jonas opened it/);
  await jonas.reloads();
  await jonas.sees(TYPESCRIPT.prompt);
  expectNothingOf(jonas, [
    TYPESCRIPT.critical,
    TYPESCRIPT.hidden,
    TYPESCRIPT.title,
    RUBY.prompt,
    RUBY.critical,
  ]);

  await host.presses('Close it');
  await jonas.doesNotSee('Code to read before you start');
  await host.page.getByRole('combobox', { name: 'Exercise to read at home' }).selectOption(TYPESCRIPT.title);
  await host.presses('Show it');
  await jonas.presses('Open the code');
  await jonas.sees(TYPESCRIPT.prompt);
  await host.starts();
  await jonas.sees('The panel is choosing the first question');
  await jonas.doesNotSee(TYPESCRIPT.prompt);
});

test('in a room with a time, the candidate reads at home before the lobby opens', async ({ host, jonas }) => {
  await opensARoomWithCode(host, async () => {
    const inTenHours = new Date(Date.now() + 10 * 60 * 60 * 1_000);
    const typed = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    await host.page.getByLabel('Date and time (optional)').fill(typed.format(inTenHours).replace(' ', 'T'));
  });
  await jonas.joins(await host.link('candidate'));
  await jonas.sees('The lobby opens at');
  await host.page.getByRole('combobox', { name: 'Exercise to read at home' }).selectOption(TYPESCRIPT.title);
  await host.presses('Show it');
  await jonas.sees(/^There is code for you to read until/);
  expectNothingOf(jonas, [TYPESCRIPT.prompt, 'depthAt']);
  await expectAccessible(jonas, 'code to read before the lobby opens');
  await jonas.presses('Open the code');
  await jonas.sees(TYPESCRIPT.prompt);
  await host.sees(/^Jonas opened it today at \d\d:\d\d\.$/);
  await jonas.reloads();
  await expect(jonas.page.getByRole('region', { name: 'The code to read' })).toContainText('depthAt');
  await jonas.sees('The lobby opens at');
  await expectAccessible(jonas, 'reading code before the lobby opens');
  expectNothingOf(jonas, [TYPESCRIPT.critical, TYPESCRIPT.hidden, TYPESCRIPT.title]);
});
