import { memberOf } from '../../room/core/state';
import type { Step } from '../lives';
import type { Scene } from './scene';
import { withCommand } from './vary';

/** Candidates with other names, who say otherwise that they are ready; null where the viewer is the only one. */
export function otherCandidates({ lives, end, random, viewer }: Scene): Step[] | null {
  const others = end.members.filter(({ role, memberId }) => role === 'candidate' && memberId !== viewer);
  if (others.length === 0) return null;
  const isOther = (memberId: string | null) => others.some((other) => other.memberId === memberId);
  return lives.flatMap(({ step, before }): Step[] => {
    const { command } = step;
    if (command.type === 'JoinRoom' && isOther(command.memberId))
      return [withCommand(step, { ...command, name: `other ${random.token(8)}` })];
    const other = random.pick(others).memberId;
    if (!before || memberOf(before, other)?.status !== 'in' || random.chance(0.7)) return [step];
    const ready = { type: 'SetReady', ready: random.chance(0.5) } as const;
    return [{ ...step, hostAwayMs: null, by: other, command: ready }, step];
  });
}
