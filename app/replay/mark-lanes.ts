import type { ReplayKind } from '@/server/protocol/replay';
import { LARGE, mainKind } from './kinds';
import type { Line } from './line';
import type { Moment } from './moments';

/** Lanes of marks, from the top. */
const LANES = 3;

export interface PlacedMark {
  n: number;
  /** Percent of the line. */
  left: number;
  lane: number;
  kind: ReplayKind;
  isChosen: boolean;
}

/**
 * Where each moment has its mark: `gap` percent from the next in its lane. The large kinds are in the upper lane as far as
 * they fit, and several marks of a kind in one place are one. A mark that fits nowhere is left out, as the line moves to
 * its moment all the same, unless it is of the chosen kind.
 */
export function placeMarks(
  moments: readonly Moment[],
  line: Pick<Line, 'length' | 'placeOf'>,
  chosen: ReplayKind | null,
  gap: number,
): PlacedMark[] {
  const lastOf = new Map<ReplayKind, number>();
  const ends = Array.from({ length: LANES }, () => Number.NEGATIVE_INFINITY);
  return moments.flatMap(({ n, at, kinds }) => {
    const left = line.length > 0 ? (line.placeOf(at) / line.length) * 100 : 0;
    const isChosen = chosen !== null && kinds.includes(chosen);
    const kind = isChosen ? chosen : mainKind(kinds);
    if (left - (lastOf.get(kind) ?? Number.NEGATIVE_INFINITY) < gap) return [];
    const first = LARGE.includes(kind) ? 0 : 1;
    const free = ends.findIndex((end, lane) => lane >= first && left - end >= gap);
    if (free < 0 && !isChosen) return [];
    const lane = free < 0 ? first : free;
    ends[lane] = left;
    lastOf.set(kind, left);
    return [{ n, left, lane, kind, isChosen }];
  });
}
