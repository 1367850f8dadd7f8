import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../protocol/patch';
import { mineOf } from '../room/core/mine';
import { type Channel, channelOf } from '../room/core/state';
import { viewOf } from '../room/core/views';
import { type Lived, live, type Step } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { type Scene, scenesOf } from '../testing/secrets/scene';
import { SECRETS } from '../testing/secrets/secrets';
import { seededRandom } from '../testing/seeded-random';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { type LoggedEvent, replayOf } from './replay';

const PACK = testPack({ groups: 3, questionsPerGroup: 4, exercises: 6 });
/** How many lives must have had such a secret for such a viewer: otherwise the test tests nothing. */
const ENOUGH = 5;
/** Replays are made from whole lives, twice: this many are enough for a kind found in nearly every life. */
const MOST = 10;

const samples = fc.sample(
  fc.record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 40, maxLength: 140, size: 'max' }),
    chance: fc.nat(),
  }),
  tries(240),
);
const lives = new Map<(typeof samples)[number], Lived[]>();

/** Everybody's scenes of a sample, whose life is made once for all secrets. */
function scenesIn(sample: (typeof samples)[number]): Scene[] {
  const life = lives.get(sample) ?? randomLife(sample.format, PACK, sample.entropy);
  lives.set(sample, life);
  return scenesOf(life, seededRandom(sample.chance));
}

function logOf(lives: readonly Lived[]): LoggedEvent[] {
  return lives.flatMap(({ step: { at, by }, decision }, index) =>
    (decision.ok ? decision.events : []).map((event) => ({
      seq: 0,
      commandId: `command-${index}`,
      at,
      by,
      event,
    })),
  );
}

const bytes = (steps: readonly Step[], roundId: string, viewer: string) =>
  JSON.stringify(replayOf(logOf(live(steps)), roundId, viewer));

/** People in the round can replay it; those on the bench and in the waiting room have nothing to see. */
const LOOKING = ['host', 'panel', 'candidate'];
const cases = SECRETS.flatMap((secret) =>
  secret.channels.filter((channel) => LOOKING.includes(channel)).map((channel) => ({ ...secret, channel })),
);

/** A person who steered for a while, or was on the panel before the hot seat, saw then what they may not see now. */
function wasAnother({ lives, viewer }: Scene, channel: Channel): boolean {
  return lives.some(({ after }) => {
    const then = after && channelOf(after, viewer);
    return then !== null && then !== channel && LOOKING.includes(then);
  });
}

describe('what its viewer may not see changes no byte of a replay', () => {
  test.each(cases)('$channel: $what ($rows)', (secret) => {
    let tried = 0;
    for (const scene of samples.flatMap(scenesIn)) {
      if (tried >= MOST) break;
      if (channelOf(scene.end, scene.viewer) !== secret.channel || wasAnother(scene, secret.channel))
        continue;
      const steps = scene.lives.map(({ step }) => step);
      const other = secret.vary(scene);
      if (!other || JSON.stringify(other) === JSON.stringify(steps)) continue;
      tried += 1;
      const { roundId } = scene.round;
      expect(bytes(other, roundId, scene.viewer)).toBe(bytes(steps, roundId, scene.viewer));
    }
    expect(tried).toBeGreaterThan(ENOUGH);
  });
});

test('each moment of a replay is the live view of the state at that moment', () => {
  let moments = 0;
  for (const { format, entropy } of samples.slice(0, 30)) {
    const lives = randomLife(format, PACK, entropy);
    const end = lives.at(-1)?.after;
    for (const { roundId } of end?.rounds ?? [])
      for (const { memberId } of end?.members ?? []) {
        const replay = replayOf(logOf(lives), roundId, memberId);
        let known: { view: unknown; mine: unknown } | null = null;
        for (const { at, whole, view = [], mine = [] } of replay?.frames ?? []) {
          if (whole) known = { view: whole.view, mine: whole.mine };
          else if (known) known = { view: applyPatch(known.view, view), mine: applyPatch(known.mine, mine) };
          const state = lives.find(({ step }) => step.at === at)?.after;
          const channel = state && channelOf(state, memberId);
          if (!state || !channel) throw new Error('a moment of nothing');
          expect(known).toEqual({ view: viewOf(state, channel), mine: mineOf(state, memberId) });
          moments += 1;
        }
      }
  }
  expect(moments).toBeGreaterThan(200);
});
