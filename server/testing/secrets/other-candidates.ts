import type { Command } from '../../protocol/commands';
import {
  currentRound,
  hasSat,
  isInSeat,
  memberOf,
  membersIn,
  type RoomState,
  ratersOf,
} from '../../room/core/state';
import { isOver } from '../../room/rules';
import type { Step } from '../lives';
import type { Scene } from './scene';
import { withCommand } from './vary';

/** Those who have only been candidates get other names and another readiness; null if the viewer is the only one. */
export function otherCandidates({ lives, end, random, viewer }: Scene): Step[] | null {
  const wasAnother = (memberId: string) =>
    lives.some(({ after }) => after && memberOf(after, memberId)?.role === 'panelist');
  const others = end.members.filter(
    ({ role, memberId }) => role === 'candidate' && memberId !== viewer && !wasAnother(memberId),
  );
  if (others.length === 0) return null;
  const isOther = (memberId: string | null) => others.some((other) => other.memberId === memberId);
  return lives.flatMap(({ step, before }): Step[] => {
    const { command } = step;
    if (command.type === 'JoinRoom' && isOther(command.memberId))
      return [withCommand(step, { ...command, name: `other ${random.token(8)}` })];
    const other = random.pick(others).memberId;
    if (!before || memberOf(before, other)?.status !== 'in' || random.chance(0.7)) return [step];
    const wish = random.pick<Command>([
      { type: 'SetReady', ready: random.chance(0.5) },
      { type: 'RaiseHand', raised: random.chance(0.5) },
      { type: 'RenameMember', memberId: other, name: `renamed ${random.token(8)}` },
    ]);
    return [{ ...step, hostAwayMs: null, by: other, command: wish }, step];
  });
}

/** Fewer rounds than a room may discard. */
const ADDED = 20;

/**
 * Adds other people's rounds between two rounds: discarded ones, and whole ones once the viewer's own is over; null if there is
 * no place for one.
 */
export function otherRounds({ lives, viewer }: Scene): Step[] | null {
  let count = 0;
  let rounds = 0;
  // Who can sit next, become the candidate or give up their seat for another depends on a whole round.
  const lastChoice = lives.findLastIndex(
    ({ step: { command } }) =>
      ['StartRound', 'GiveSeat'].includes(command.type) ||
      (command.type === 'ChangeRole' && command.role === 'candidate'),
  );
  const steps = lives.flatMap(({ step, after }, index): Step[] => {
    count += 1;
    const isPlace = after && rounds < ADDED && (index >= lastChoice || !hasSat(after, viewer));
    const added = isPlace ? roundOfAnother(after, viewer, count) : [];
    if (added.length > 0) rounds += 1;
    return [step, ...added.map((wish) => ({ ...step, hostAwayMs: null, ...wish }))];
  });
  return steps.length === lives.length ? null : steps;
}

function roundOfAnother(
  state: RoomState,
  viewer: string,
  count: number,
): (Pick<Step, 'by' | 'command'> & { roundKey: number })[] {
  const round = currentRound(state);
  const other = membersIn(state).find(({ role, memberId }) => role === 'candidate' && memberId !== viewer);
  const isBetween = state.phase !== 'ended' && (!round || isOver(round.phase));
  if (!other || !isBetween || state.settings.format === 'peer' || isInSeat(state, viewer)) return [];
  // Higher than all numbers that a life takes from its moments.
  const roundKey = 900_000_000 + count;
  const roundId = `r${roundKey}`;
  const itemId = state.pack.questions[0]?.id ?? '';
  const begun: Command[] = [
    { type: 'StartRound', candidateId: other.memberId },
    { type: 'PushItem', itemId, liveAskId: null },
  ];
  const whole: Command[] = [
    { type: 'StartDeliberation', roundId },
    ...ratersOf(state).map((memberId): Command => ({ type: 'ExcuseVerdict', roundId, memberId })),
    { type: 'OpenDebrief', roundId },
    { type: 'RecordDecision', roundId, decision: 'hold', why: '' },
  ];
  const rest = hasSat(state, viewer) ? whole : [{ type: 'DiscardRound', roundId } as const];
  return [...begun, ...rest].map((command) => ({ by: state.hostId, command, roundKey }));
}
