import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

test.use({ byNpm: true });

/** Seconds that somebody alone may wait, from `npm start` of what is built until the ratings open. */
const FIRST_MINUTE = 60;

/** `npm run measure:first-minute`, after a build. It takes the time that it measures. */
test('from npm start to the first reveal of a panel that somebody watches takes less than a minute', async ({
  meet,
  server,
}) => {
  const start = server.startMs / 1_000;
  const vera = await meet('Vera', Person);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  await vera.opens('/');
  await vera.presses('Just watch');
  await vera.page.waitForURL('**/room/*');
  const inRoom = seconds();
  await expect(vera.page.getByText('Ratings are open').filter({ visible: true }).first()).toBeVisible({
    timeout: 120_000,
  });
  const revealed = seconds();
  process.stdout.write(
    `npm start ${start.toFixed(1)} s, in the room ${inRoom.toFixed(1)} s, first reveal ${revealed.toFixed(1)} s: ${(start + revealed).toFixed(1)} s in all\n`,
  );
  expect(start + revealed).toBeLessThan(FIRST_MINUTE);
});
