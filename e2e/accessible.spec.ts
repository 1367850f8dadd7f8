import { expectAccessible } from './fixtures/accessible';
import { test } from './fixtures/test';

test('screens that anybody may open are accessible, wide and narrow, light and dark', async ({
  passerBy,
}) => {
  passerBy.expectsInConsole(/status of 404/);
  const screens = {
    home: '/',
    'set up': '/new',
    join: '/join',
    'sign in': '/sign-in',
    'bad link': '/join/ABCD-EFGH-JKMN',
    'not found': '/no-such-page',
  };
  for (const [screen, path] of Object.entries(screens)) {
    await passerBy.opens(path);
    await expectAccessible(passerBy, screen);
  }
});
