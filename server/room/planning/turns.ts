import type { Group, Pack } from '../../protocol/pack';

/** A place in an agenda for one question on a competency. */
export interface Place {
  group: Group;
  /** 0 for the first on its competency, 1 for the second, … */
  turn: number;
  /** Planned for it. */
  seconds: number;
}

/**
 * As many places as there is time for: the first on each competency, then the second on each, and so on. In each turn
 * competencies with more weight go first. With `seconds` null, only the first on each. In the pack's order.
 */
export function takeInTurns<P extends Place>(
  { groups }: Pack,
  places: readonly P[],
  { seconds, most }: { seconds: number | null; most: number },
): P[] {
  const wanted = seconds === null ? places.filter(({ turn }) => turn === 0) : places;
  const taken: P[] = [];
  let left = seconds ?? Number.POSITIVE_INFINITY;
  for (const place of wanted.toSorted((a, b) => a.turn - b.turn || b.group.weight - a.group.weight)) {
    if (place.seconds > left || taken.length >= most) continue;
    taken.push(place);
    left -= place.seconds;
  }
  const order = new Map(groups.map(({ id }, at) => [id, at]));
  return taken.sort((a, b) => (order.get(a.group.id) ?? 0) - (order.get(b.group.id) ?? 0) || a.turn - b.turn);
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

/** The reasons for a place, as parts of a sentence. */
export function whyPlace({ group, turn }: Place): string[] {
  const first = `${ORDINALS[turn] ?? 'One more'} on ${group.title}`;
  return group.weight > 1 ? [first, `with weight ${group.weight}`] : [first];
}
