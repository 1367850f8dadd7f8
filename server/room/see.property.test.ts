import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lived } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { type Scene, scenesOf } from '../testing/secrets/scene';
import { SECRETS, type Secret } from '../testing/secrets/secrets';
import { seededRandom } from '../testing/seeded-random';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { watch } from '../testing/watch';
import { allRounds, type Channel, channelOf } from './core/state';

const RUNS = tries(400);
/** How many of those must have held such a secret for such a viewer: otherwise the test would test nothing. */
const ENOUGH = 5;
const PACK = testPack({ groups: 3, questionsPerGroup: 4, exercises: 6 });

interface Sample {
  format: 'led' | 'peer';
  entropy: number[];
  /** Chooses which of the people on a channel looks, and what the secret is varied to. */
  chance: number;
}
const sample: fc.Arbitrary<Sample> = fc.record({
  format: fc.constantFrom('led' as const, 'peer' as const),
  entropy: fc.array(fc.nat(), { minLength: 20, maxLength: 140, size: 'max' }),
  chance: fc.nat(),
});
const samples = fc.sample(sample, RUNS);
const livesOf = new Map<Sample, Lived[]>();
const digestsOf = new WeakMap<readonly Lived[], Map<string, string>>();

/** Null if there was nothing to vary; otherwise the difference that the viewer can see between the two lives, or ''. */
function difference(secret: Secret, channel: Channel, one: Sample): string | null {
  const lives = livesOf.get(one) ?? randomLife(one.format, PACK, one.entropy);
  livesOf.set(one, lives);
  const random = seededRandom(one.chance);
  const scenes = scenesOf(lives, random).filter(({ end, viewer }) => channelOf(end, viewer) === channel);
  return scenes.length === 0 ? null : betweenLives(secret, random.pick(scenes));
}

function betweenLives(secret: Secret, scene: Scene): string | null {
  const steps = scene.lives.map(({ step }) => step);
  const other = secret.vary(scene);
  if (!other || digest(other) === known(scene, 'steps', () => steps)) return null;
  const got = watch(other, scene.viewer);
  if (digest(got) === known(scene, scene.viewer, () => watch(steps, scene.viewer))) return '';
  const expected = watch(steps, scene.viewer);
  const index = expected.findIndex((frame, at) => frame !== got[at]);
  return `${scene.viewer}\n${apart(expected[index] ?? '', got[index] ?? '')}`;
}

/** What is the same for every secret of a life is made once, and kept as a digest, since the frames of all lives are many. */
function known({ lives }: Scene, name: string, make: () => unknown): string {
  const digests = digestsOf.get(lives) ?? new Map<string, string>();
  digestsOf.set(lives, digests);
  const kept = digests.get(name) ?? digest(make());
  digests.set(name, kept);
  return kept;
}

function digest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64');
}

/** The place at which two frames begin to differ, and the text there. */
function apart(a: string, b: string): string {
  const at = [...a].findIndex((character, index) => character !== b[index]);
  const from = Math.max(0, at - 120);
  return `${a.slice(from, at + 120)}\n${b.slice(from, at + 120)}`;
}

const cases = SECRETS.flatMap((secret) => secret.channels.map((channel) => ({ ...secret, channel })));

describe('[SEE-16] a viewer gets the same bytes, whatever happens that they may not see', () => {
  test.each(cases)('$channel: $what ($rows)', (secret) => {
    const differences = samples.map((one) => difference(secret, secret.channel, one));
    if (differences.some((found) => found)) shrink(secret);
    expect(differences.filter((found) => found !== null).length).toBeGreaterThan(ENOUGH);
  });
});

test('the lives of peers have exercises with planted issues in them', () => {
  const planted = samples.filter(({ format, entropy }) => {
    const end = format === 'peer' ? randomLife(format, PACK, entropy).at(-1)?.after : null;
    const asked = end ? allRounds(end).flatMap(({ asks }) => asks.map(({ itemId }) => itemId)) : [];
    return PACK.exercises.some(({ id }) => asked.includes(id));
  });
  expect(planted.length).toBeGreaterThan(RUNS.numRuns / 10);
});

/** Finds the shortest life in which the viewer can tell the difference, prints its seed and fails. */
function shrink(secret: Secret & { channel: Channel }): void {
  const property = fc.property(sample, (one) => {
    expect(difference(secret, secret.channel, one) ?? '').toBe('');
  });
  fc.assert(property, { ...RUNS, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true });
}
