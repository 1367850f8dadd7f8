import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

/** `npm run measure:first-minute`: how long somebody alone waits for the first reveal. It takes the time that it measures. */
test('from the start of the server to the first reveal of a panel that somebody watches', async ({
  meet,
  server,
}) => {
  const vera = await meet('Vera', Person);
  const began = performance.now();
  await vera.opens('/');
  await vera.presses('Just watch');
  await vera.page.waitForURL('**/room/*');
  const inRoom = (performance.now() - began) / 1_000;
  await expect(vera.page.getByText('Ratings are open').filter({ visible: true }).first()).toBeVisible({
    timeout: 120_000,
  });
  const revealed = (performance.now() - began) / 1_000;
  const start = server.startMs / 1_000;
  process.stdout.write(
    `start ${start.toFixed(1)} s, in the room ${inRoom.toFixed(1)} s, first reveal ${revealed.toFixed(1)} s: ${(start + revealed).toFixed(1)} s in all\n`,
  );
});
