import { test } from './fixtures/test';

test('a link that nobody made leads to a page that says so, and to the way in', async ({ passerBy }) => {
  await passerBy.opens('/join/ABCD-EFGH-JKMN');
  await passerBy.sees('We don’t know this link');
  await passerBy.page.getByRole('link', { name: 'Use another link' }).click();
  await passerBy.page.getByRole('textbox', { name: 'Link or code' }).fill('not a link at all');
  await passerBy.presses('Join');
  await passerBy.sees('That is not an invite link or a code.');
});

test('a page that is not there says so', async ({ passerBy }) => {
  passerBy.expectsInConsole(/status of 404/);
  await passerBy.opens('/no-such-page');
  await passerBy.sees(/nothing at this address/);
});

test('a link that the host turned off, or replaced, leads nowhere any more', async ({ host, passerBy }) => {
  await host.opensARoom();
  const first = await host.link('panelist');
  await host.replacesTheLink('The panel');
  await passerBy.opens(first);
  await passerBy.sees('This link was turned off');
  const second = await host.link('panelist');
  await passerBy.opens(second);
  await passerBy.sees('You are on the panel');
  await host.turnsOffTheLink('The panel');
  await passerBy.reloads();
  await passerBy.sees('This link was turned off');
});

test("a candidate's link leads to the hot seat only, also for whoever sits elsewhere already", async ({
  host,
  jonas,
  passerBy,
}) => {
  await host.opensARoom(() => host.turns('Waiting room', 'off'));
  const link = await host.link('candidate');
  await jonas.joins(link);
  await jonas.sees('What will happen');
  // Somebody else with the same link has come early: they wait for their turn.
  await passerBy.joins(link);
  await passerBy.sees(/in the waiting room for/);
  await jonas.opens(await host.link('panelist'));
  await jonas.page.waitForURL('**/room/*');
  await jonas.sees('What will happen');
});
