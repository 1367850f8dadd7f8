import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelOf, currentRound, liveAsk } from '../room/core/state';
import { Editors } from '../testing/editors';
import { startLiveServer } from '../testing/live-server';
import { type Lived, live, type Step } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { recordFolder } from '../testing/record-folder';
import { type Scene, scenesOf } from '../testing/secrets/scene';
import { SECRETS, type Secret } from '../testing/secrets/secrets';
import { seededRandom } from '../testing/seeded-random';
import { ROOM_ID } from '../testing/stories';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { cookieName, watchWire } from '../testing/wire-watch';

const PACK = testPack({ groups: 3, questionsPerGroup: 4, exercises: 6 });
const samples = fc.sample(
  fc.record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 30, maxLength: 80, size: 'max' }),
    chance: fc.nat(),
  }),
  tries(500),
);

type Sample = (typeof samples)[number];

interface Pair {
  lives: Lived[];
  other: Lived[];
  viewer: string;
}

/** The first random life with such a secret, and the same life with another secret. */
function pairFor(secret: Secret, channel: string): Pair {
  return firstOf(pairsOf(secret, channel), () => true);
}

function firstOf(pairs: Iterable<Pair>, isFit: (pair: Pair) => boolean): Pair {
  for (const pair of pairs) if (isFit(pair)) return pair;
  throw new Error('No life holds such a secret');
}

const livesOf = new Map<Sample, Lived[]>();

function* pairsOf(secret: Secret, channel: string): Iterable<Pair> {
  for (const one of samples) {
    const random = seededRandom(one.chance);
    const lives = livesOf.get(one) ?? randomLife(one.format, PACK, one.entropy);
    livesOf.set(one, lives);
    const scenes = scenesOf(lives, random).filter(({ end, viewer }) => channelOf(end, viewer) === channel);
    const found = scenes.length > 0 ? pairOf(secret, random.pick(scenes)) : null;
    if (found) yield found;
  }
}

function pairOf(secret: Secret, scene: Scene): Pair | null {
  const steps = scene.lives.map(({ step }) => step);
  const other = secret.vary(scene);
  if (!other || JSON.stringify(other) === JSON.stringify(steps)) return null;
  return { lives: [...scene.lives], other: live(other), viewer: scene.viewer };
}

/** `hiddenSeed`: people also write on the way. It chooses what the viewer must not notice of that. */
async function onTheWire(
  lives: readonly Lived[],
  viewer: string,
  hiddenSeed: number | null = null,
): Promise<{ seen: string[]; hidden: string[] }> {
  let now: Step | undefined = lives[0]?.step;
  const server = await startLiveServer({
    dataDir: await recordFolder(),
    pack: PACK,
    now: () => now?.at ?? 0,
    hostAwayMs: () => now?.hostAwayMs ?? null,
    roundKey: () => now?.roundKey ?? null,
    spareInvites: () => now?.spareInvites ?? [],
  });
  const set = (step: Step) => {
    now = step;
  };
  const input = {
    server,
    roomId: ROOM_ID,
    viewer,
    cookieName: (of: string) => cookieName(lives, of),
    seed: 1,
  };
  const editors = hiddenSeed === null ? null : new Editors({ ...input, hiddenSeed });
  try {
    const seen = await watchWire({ server, set }, ROOM_ID, lives, viewer, editors);
    return { seen, hidden: editors?.hidden ?? [] };
  } finally {
    await server.close();
  }
}

const cases = SECRETS.flatMap((secret) => secret.channels.map((channel) => ({ ...secret, channel })));

describe('[SEE-16] over real connections too, a viewer gets the same bytes, whatever happens that they may not see', () => {
  test.each(cases)('$channel: $what ($rows)', async (secret) => {
    const { lives, other, viewer } = pairFor(secret, secret.channel);
    const [expected, got] = [await onTheWire(lives, viewer), await onTheWire(other, viewer)];
    expect(got.seen).toEqual(expected.seen);
  });

  /** After how many steps two people write in an exercise, and the viewer is there. */
  const written = ({ lives, viewer }: Pair) =>
    lives.filter(({ after }) => {
      const pen = after && liveAsk(currentRound(after) ?? undefined)?.code?.pen;
      return pen && pen !== viewer && channelOf(after, viewer) !== null;
    }).length;

  test.each([
    ['candidate', 'key points'],
    ['bench', 'key points'],
    ['panel', 'others’ feedback'],
  ])('%s: who writes and points in the editor, and %s', async (channel, what) => {
    const secret = SECRETS.find((one) => one.what.startsWith(what));
    if (!secret) throw new Error(`nothing varies ${what}`);
    const pair = firstOf(pairsOf(secret, channel), (one) => written(one) >= 4);
    const expected = await onTheWire(pair.lives, pair.viewer, 2);
    const got = await onTheWire(pair.other, pair.viewer, 3);
    expect(got.seen).toEqual(expected.seen);
    expect(got.hidden.length).toBeGreaterThan(0);
    expect(got.hidden).not.toEqual(expected.hidden);
    const told = (event: string) =>
      expected.seen.filter((text) => text.startsWith(`{"event":"${event}"`)).length;
    if (channel === 'bench') expect([told('code'), told('cursor')]).toEqual([0, 0]);
    else expect(Math.min(told('code'), told('cursor'))).toBeGreaterThan(0);
  });
});
