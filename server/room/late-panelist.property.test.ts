import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../protocol/commands';
import { DECISIONS } from '../protocol/words';
import { idOf } from '../testing/given';
import { type Lived, liveOne, type Step } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { watch } from '../testing/watch';
import type { RoomCommand } from './core/decision';
import { currentRound, memberOf, type RoomState } from './core/state';
import { isOver } from './rules';

const PACK = testPack({ groups: 3, questionsPerGroup: 4 });
const NIA = idOf('nia');
/** How many lives must have had a late panelist: otherwise the test would test nothing. */
const ENOUGH = 20;

/** What the host decides before Nia joins, and what they decide once she is there. */
const decision = fc.record({ decision: fc.constantFrom(...DECISIONS), why: fc.string({ maxLength: 8 }) });
const decisions = fc.record({ early: decision, late: decision });
const variant = fc.record({
  entropy: fc.array(fc.nat(), { minLength: 20, maxLength: 140, size: 'max' }),
  role: fc.constantFrom('panelist' as const, 'observer' as const),
  isHost: fc.boolean(),
  one: decisions,
  other: decisions,
});

/** A led life up to where its current round was over for the last time, and the room still open. */
function upToItsEnd(entropy: number[]): { steps: Step[]; state: RoomState } | null {
  const lives: Lived[] = randomLife('led', PACK, entropy);
  const last = lives.findLastIndex(({ after }) => {
    const round = after && currentRound(after);
    return round && isOver(round.phase) && after.phase === 'live';
  });
  const state = lives[last]?.after;
  return state ? { steps: lives.slice(0, last + 1).map(({ step }) => step), state } : null;
}

/** Nia joins by the live invite of her role, and the host then decides something else. Null if she cannot join. */
function withNia(
  { steps, state }: { steps: Step[]; state: RoomState },
  { role, isHost }: { role: 'panelist' | 'observer'; isHost: boolean },
  { early, late }: { early: Pick<Decide, 'decision' | 'why'>; late: Pick<Decide, 'decision' | 'why'> },
): Step[] | null {
  const invite = state.invites.findLast((one) => one.role === role && !one.revoked);
  const roundId = currentRound(state)?.roundId ?? '';
  const last = steps.at(-1);
  if (!invite || !last) return null;
  const host = state.hostId;
  const wishes: { by: string | null; command: RoomCommand }[] = [
    { by: host, command: { type: 'RecordDecision', roundId, ...early } },
    {
      by: null,
      command: {
        type: 'JoinRoom',
        memberId: NIA,
        principalIds: ['pr_nia'],
        name: 'Nia',
        tokenHash: invite.tokenHash,
      },
    },
    { by: host, command: { type: 'AdmitMember', memberId: NIA } },
    { by: host, command: { type: 'RecordDecision', roundId, ...late } },
    ...(isHost ? [{ by: host, command: { type: 'HandOverHost' as const, memberId: NIA } }] : []),
  ];
  return [...steps, ...wishes.map((wish, no) => ({ ...last, at: last.at + (no + 1) * 1_000, ...wish }))];
}

type Decide = Extract<Command, { type: 'RecordDecision' }>;

const after = (steps: readonly Step[]) =>
  steps.reduce<RoomState | null>((state, step) => liveOne(state, step).after, null);

test('[CLOSE-5] who joins the panel of a round that is over gets the same bytes, whatever was or is decided about it', () => {
  let joined = 0;
  fc.assert(
    fc.property(variant, ({ entropy, one, other, ...how }) => {
      const life = upToItsEnd(entropy);
      const [some, others] = [one, other].map((decided) => life && withNia(life, how, decided));
      if (!some || !others) return;
      const end = after(some);
      if (end && memberOf(end, NIA)?.status === 'in') joined += 1;
      expect(watch(others, NIA)).toEqual(watch(some, NIA));
    }),
    tries(200),
  );
  expect(joined).toBeGreaterThan(ENOUGH);
});
