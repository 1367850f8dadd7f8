import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelOf } from '../room/core/state';
import { startLiveServer } from '../testing/live-server';
import { type Lived, live, type Step } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { type Scene, scenesOf } from '../testing/secrets/scene';
import { SECRETS, type Secret } from '../testing/secrets/secrets';
import { seededRandom } from '../testing/seeded-random';
import { ROOM_ID } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { watchWire } from '../testing/wire-watch';

const PACK = testPack({ groups: 3, questionsPerGroup: 4 });
const samples = fc.sample(
  fc.record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 30, maxLength: 80, size: 'max' }),
    chance: fc.nat(),
  }),
  tries(500),
);

interface Pair {
  lives: Lived[];
  other: Lived[];
  viewer: string;
}

/** The first random life with such a secret, and the same life with another secret. */
function pairFor(secret: Secret, channel: string): Pair {
  for (const { format, entropy, chance } of samples) {
    const random = seededRandom(chance);
    const lives = randomLife(format, PACK, entropy);
    const scenes = scenesOf(lives, random).filter(({ end, viewer }) => channelOf(end, viewer) === channel);
    const found = scenes.length > 0 ? pairOf(secret, random.pick(scenes)) : null;
    if (found) return found;
  }
  throw new Error(`No life holds ${secret.what}`);
}

function pairOf(secret: Secret, scene: Scene): Pair | null {
  const steps = scene.lives.map(({ step }) => step);
  const other = secret.vary(scene);
  if (!other || JSON.stringify(other) === JSON.stringify(steps)) return null;
  return { lives: [...scene.lives], other: live(other), viewer: scene.viewer };
}

async function onTheWire(lives: readonly Lived[], viewer: string): Promise<string[]> {
  let now: Step | undefined = lives[0]?.step;
  const server = await startLiveServer({
    dataDir: tempFolder(),
    pack: PACK,
    now: () => now?.at ?? 0,
    hostAwayMs: () => now?.hostAwayMs ?? null,
    roundKey: () => now?.roundKey ?? null,
    spareInvites: () => now?.spareInvites ?? [],
  });
  const set = (step: Step) => {
    now = step;
  };
  try {
    return await watchWire({ server, set }, ROOM_ID, lives, viewer);
  } finally {
    await server.close();
  }
}

const cases = SECRETS.flatMap((secret) => secret.channels.map((channel) => ({ ...secret, channel })));

describe('[SEE-16] over real connections too, a viewer gets the same bytes, whatever happens that they may not see', () => {
  test.each(cases)('$channel: $what ($rows)', async (secret) => {
    const { lives, other, viewer } = pairFor(secret, secret.channel);
    const [expected, got] = [await onTheWire(lives, viewer), await onTheWire(other, viewer)];
    expect(got).toEqual(expected);
  });
});
