import { opensARoomWithCode, RUBY, TYPESCRIPT } from './fixtures/code-guide';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

test('the candidate reads code at home for as long as the host allows it', async ({ host, priya, jonas }) => {
  await opensARoomWithCode(host);
  await priya.joins(await host.link('panelist'));
  await jonas.joins(await host.link('candidate'));
  await host.page.getByRole('combobox', { name: 'Exercise to read at home' }).selectOption(TYPESCRIPT.title);
  await host.presses('Show it');
  await jonas.sees('Code to read before you start');
  await jonas.sees(TYPESCRIPT.prompt);
  await expect(jonas.page.getByRole('region', { name: 'The code to read' })).toContainText('depthAt');
  await priya.sees(/^The candidate can read it until/);
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
  await jonas.sees('Code to read before you start');
  await host.starts();
  await jonas.sees('The panel is choosing the first question');
  await jonas.doesNotSee(TYPESCRIPT.prompt);
});
