import type { Bank } from '@/server/protocol/bank';
import { ownOf } from '@/server/protocol/in-order';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal } from '@/server/protocol/view-judging';
import type { Mark } from '@/server/protocol/words';

export interface MissedPoint {
  id: string;
  /** In the pack's words. */
  text: string;
  /** The panel's marks: a missed one counts two, a partial one counts one. */
  weight: number;
}

/** As many as a person reads. */
const MOST = 4;

/** The key points of a running round that the panel missed most, the most missed first, without points that nobody marked. */
export function missedMost(
  asks: readonly PanelAsk[],
  reveals: Readonly<Record<string, Reveal>>,
  items: Bank['items'],
): MissedPoint[] {
  return mostMissed(
    asks.flatMap(({ askId, itemId }) => {
      const marks = Object.values(ownOf(reveals, askId)?.ticks ?? {});
      const item = items.find(({ id }) => id === itemId);
      return (item?.points ?? []).map(({ id, text }) => ({
        id: `${askId} ${id}`,
        text,
        marks: marks.map((ticks) => ownOf(ticks, id)),
      }));
    }),
  );
}

/** The same, of a round that is over. */
export function missedOnCard({ asks }: Scorecard): MissedPoint[] {
  return mostMissed(
    asks.flatMap(({ askId, points }) => {
      const people = new Set((points ?? []).flatMap(({ ticks }) => ticks.map(({ memberId }) => memberId)));
      return (points ?? []).map(({ id, text, ticks }) => ({
        id: `${askId} ${id}`,
        text,
        marks: [...people].map((person) => ticks.find(({ memberId }) => memberId === person)?.mark),
      }));
    }),
  );
}

function mostMissed(points: { id: string; text: string; marks: (Mark | undefined)[] }[]): MissedPoint[] {
  const weightOf = (mark: Mark | undefined) => (mark === 'missed' ? 2 : mark === 'partial' ? 1 : 0);
  return points
    .map(({ id, text, marks }) => ({
      id,
      text,
      weight: marks.reduce((sum, mark) => sum + weightOf(mark), 0) / Math.max(1, marks.length),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
}
