import { Host } from './fixtures/host';
import { arrive } from './fixtures/person';
import { startServer } from './fixtures/server';
import { expect, test } from './fixtures/test';

// One after the other, each with a server of its own.
test.describe.configure({ mode: 'default' });

/** Seconds that somebody alone may wait, from `npm start` of what is built until they have seen what a panel is. */
const FIRST_MINUTE = 60;
const PATIENCE = { timeout: 120_000 };

const revealed = ({ page }: Host) =>
  expect(page.getByText('Ratings are open').filter({ visible: true }).first()).toBeVisible(PATIENCE);

interface Way {
  button: string;
  /** What they wait for in the end. */
  until: string;
  /** Their own steps, each as soon as it can be taken. */
  plays: (visitor: Host) => Promise<void>;
}

const WAYS: Way[] = [
  { button: 'Just watch', until: 'first reveal', plays: revealed },
  {
    button: 'Sit on the panel',
    until: 'first reveal',
    plays: async (visitor) => {
      await visitor.rates(4);
      await revealed(visitor);
    },
  },
  {
    button: 'Steer it',
    until: 'first reveal',
    plays: async (visitor) => {
      await visitor.starts();
      await visitor.pushesNext();
      await visitor.rates(4);
      await expect(visitor.page.getByText('4 of 4 rated').filter({ visible: true }).first()).toBeVisible(
        PATIENCE,
      );
      await visitor.reveals();
    },
  },
  // Nobody in the hot seat sees a reveal.
  {
    button: 'Take the hot seat',
    until: 'first question',
    plays: (visitor) => visitor.sees('Question 1 of 3'),
  },
];

/** Seconds from the opening of the home page until they are in the room, and until they have seen what they wait for. */
async function times(vera: Host, { button, plays }: Way): Promise<{ inRoom: number; end: number }> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  await vera.opens('/');
  await vera.presses(button);
  await vera.page.waitForURL('**/room/*');
  const inRoom = seconds();
  await plays(vera);
  return { inRoom, end: seconds() };
}

/* `npm run measure:first-minute`, after a build. It takes the time that it measures. */
for (const way of WAYS)
  test(`${way.button}: from npm start to the ${way.until} takes less than a minute`, async ({ browser }) => {
    const server = await startServer(null, null, true);
    try {
      const world = { browser, url: server.url, ports: [Number(new URL(server.url).port)] };
      const vera = await arrive(world, Host, 'Vera');
      const start = server.startMs / 1_000;
      const { inRoom, end } = await times(vera, way);
      await vera.goes();
      process.stdout.write(
        `${way.button}: npm start ${start.toFixed(1)} s, in the room ${inRoom.toFixed(1)} s, ${way.until} ${end.toFixed(1)} s: ${(start + end).toFixed(1)} s in all\n`,
      );
      expect(start + end).toBeLessThan(FIRST_MINUTE);
    } finally {
      await server.stop();
    }
  });
