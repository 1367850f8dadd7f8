import type { PointCounts } from '../protocol/scorecard';
import { MARKS, type Mark } from '../protocol/words';
import type { Ask } from '../room/core/state';

/** The ticks on one point of the people who counted at the reveal; none before it. */
export function ticksOn(ask: Ask, pointId: string): { memberId: string; mark: Mark }[] {
  return (ask.reveal?.panel ?? []).flatMap((memberId) => {
    const tick = ask.ticks[memberId]?.[pointId];
    return tick ? [{ memberId, mark: tick.mark }] : [];
  });
}

/**
 * How the panel as one heard a point: the mark given by more than half of the people who ticked it. Without such a
 * majority it is `partial`. Null when nobody ticked it: a blank point has no mark, and is never missed.
 */
export function panelMark(marks: readonly Mark[]): Mark | null {
  if (marks.length === 0) return null;
  return MARKS.find((mark) => marks.filter((given) => given === mark).length > marks.length / 2) ?? 'partial';
}

export function countPoints(marks: readonly (Mark | null)[]): PointCounts {
  const count = (mark: Mark | null) => marks.filter((given) => given === mark).length;
  return { heard: count('heard'), partial: count('partial'), missed: count('missed'), unmarked: count(null) };
}
