import { linkOf, opensARoom } from './fixtures/by-request';
import { test } from './fixtures/test';

test('an unknown link leads to a page that says so, and that asks for the right one', async ({
  passerBy,
}) => {
  await passerBy.opens('/join/ABCD-EFGH-JKMN');
  await passerBy.sees('We don’t know this link');
  await passerBy.page.getByRole('link', { name: 'Use another link' }).click();
  await passerBy.page.getByRole('textbox', { name: 'Link or code' }).fill('not a link at all');
  await passerBy.presses('Join');
  await passerBy.sees('That is not an invite link, a return link or a code.');
});

test('a missing page says so', async ({ passerBy }) => {
  passerBy.expectsInConsole(/status of 404/);
  await passerBy.opens('/no-such-page');
  await passerBy.sees(/nothing at this address/);
});

test('a stranger at a room’s address is told what it is before they are asked anything', async ({
  passerBy,
  wired,
}) => {
  const host = wired('Mara');
  await opensARoom(host);
  await passerBy.opens(`/room/${host.roomId}`);
  await passerBy.sees('You are not in this room');
  await passerBy.sees('or ask the host for one');
  await passerBy.doesNotSee('Your name');
});

test('a link that the host turned off or replaced no longer works', async ({ host, passerBy }) => {
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

test("a candidate's link leads only to the hot seat, also for a person who is in another room", async ({
  jonas,
  passerBy,
  wired,
}) => {
  const host = wired('Mara');
  await opensARoom(host);
  const link = await linkOf(host, 'candidate');
  await jonas.joins(link);
  await jonas.sees('What will happen');
  // Another person with the same link is early, and waits for their turn.
  await passerBy.joins(link);
  await passerBy.sees(/in the waiting room for/);
  await jonas.opens(await linkOf(host, 'panelist'));
  await jonas.page.waitForURL('**/room/*');
  await jonas.sees('What will happen');
});
