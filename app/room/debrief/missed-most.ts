import type { Bank } from '@/server/protocol/bank';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';

export interface MissedPoint {
  id: string;
  /** In the pack's words. */
  text: string;
  /** The panel's marks: a missed one counts two, a partial one counts one. */
  weight: number;
}

/** The key points that the panel missed most, the most missed first, without points that nobody marked. */
export function missedMost(
  asks: readonly PanelAsk[],
  reveals: Readonly<Record<string, Reveal>>,
  items: Bank['items'],
  most = 4,
): MissedPoint[] {
  const points = asks.flatMap(({ askId, itemId }) => {
    const marks = Object.values(ownOf(reveals, askId)?.ticks ?? {});
    const item = items.find(({ id }) => id === itemId);
    return (item?.points ?? []).map(({ id, text }) => {
      const given = marks.map((ticks) => ownOf(ticks, id));
      const weight = given.reduce(
        (sum, mark) => sum + (mark === 'missed' ? 2 : mark === 'partial' ? 1 : 0),
        0,
      );
      return { id: `${askId} ${id}`, text, weight: weight / Math.max(1, given.length) };
    });
  });
  return points
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}
