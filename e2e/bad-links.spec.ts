import { test } from './fixtures/test';

test('a link that nobody made leads to a page that says so, and to the way in', async ({ passerBy }) => {
  await passerBy.opens('/join/ABCD-EFGH-JKMN');
  await passerBy.sees('We do not know this link');
  await passerBy.page.getByRole('link', { name: 'Use another link' }).click();
  await passerBy.page.getByRole('textbox', { name: 'Link or code' }).fill('not a link at all');
  await passerBy.presses('Join');
  await passerBy.sees('That is neither an invite link nor a code.');
});

test('a page that is not there says so', async ({ passerBy }) => {
  passerBy.expectsInConsole(/status of 404/);
  await passerBy.opens('/no-such-page');
  await passerBy.sees(/nothing at this address/);
});
