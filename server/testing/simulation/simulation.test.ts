import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Format } from '../../protocol/words';
import { ROOM_ID } from '../stories';
import { tries } from '../tries';
import { audit, auditTexts } from './audit';
import { World } from './world';

/** Virtual milliseconds of storm, and of calm, in which everything must settle. */
const STORM_MS = 120_000;
const CALM_MS = 60_000;
const STEP_MS = 150;
const { seed: FIRST, numRuns: COUNT } = tries(12);
const SEEDS = Array.from({ length: COUNT }, (_, index) => FIRST + index);
/** Seeds that once found a fault; they always run. */
const PINNED: [Format, number][] = [['led', 2]];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Plays a room through the storm until it has settled. */
async function play(format: Format, seed: number): Promise<World> {
  const world = new World(seed);
  const opened = world.open(format);
  await vi.advanceTimersByTimeAsync(1_000);
  await opened;
  world.setStorm(true);
  for (let ms = 0; ms < STORM_MS; ms += STEP_MS) {
    world.maybeCrash();
    for (const person of world.people) if (world.random.chance(0.2)) person.act();
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }
  world.setStorm(false);
  await vi.advanceTimersByTimeAsync(CALM_MS);
  return world;
}

async function findsNothing(format: Format, seed: number): Promise<World> {
  const world = await play(format, seed);
  const found = [...audit(world), ...(await auditTexts(world))];
  for (const person of world.people) person.leave();
  expect(found, `seed ${seed}, ${format}`).toEqual([]);
  return world;
}

test.each(SEEDS)(
  'a room in a storm loses nothing, repeats nothing and shows nobody too much: seed %i',
  async (seed) => {
    await findsNothing(seed % 2 === 0 ? 'led' : 'peer', seed);
  },
);

test.each(PINNED)('%s room, seed %i, which once found a fault', async (format, seed) => {
  await findsNothing(format, seed);
});

test('the storm is real: rounds are played, connections are cut, commands get lost and arrive twice', async () => {
  const worlds: World[] = [];
  for (const seed of [103, 104]) worlds.push(await findsNothing('peer', seed));
  for (const world of worlds) {
    const types = world.events.of(ROOM_ID).map((event) => event.type);
    for (const type of ['RatingSubmitted', 'AskRevealed', 'VerdictsOpened', 'RoundPublished'])
      expect(types, `${types.length} events`).toContain(type);
    expect(world.received.filter(({ frame: [name] }) => name === 'full').length).toBeGreaterThan(20);
  }
});
