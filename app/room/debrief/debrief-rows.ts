import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Reveal, SelfSlice } from '@/server/protocol/view-judging';
import { counts } from '@/server/room/rules';

export interface DebriefCell {
  memberId: string;
  /** Undefined: did not rate. Null: not assessed. */
  first: number | null | undefined;
  /** Undefined: did not rate again. */
  second: number | null | undefined;
}

export interface DebriefRow {
  ask: PanelAsk;
  /** One cell for every panelist of the round, in the same order in every row. */
  cells: DebriefCell[];
  reveal: Reveal | null;
  /** The candidate's own rating; undefined while there is none. */
  self: number | null | undefined;
}

/** Asks × panelists, where the ratings are open. Withdrawn questions are not part of the interview. */
export function debriefRows(
  asks: readonly PanelAsk[],
  reveals: Readonly<Record<string, Reveal>>,
  self: SelfSlice,
) {
  const rated = asks.flatMap(({ askId }) => inOrder(ownOf(reveals, askId)?.ratings ?? {}));
  const panel = [...new Set(rated.map(({ memberId }) => memberId))];
  const rows = asks.filter(counts).map((ask): DebriefRow => {
    const reveal = ownOf(reveals, ask.askId) ?? null;
    const cells = panel.map((memberId) => {
      const rating = ownOf(reveal?.ratings ?? {}, memberId);
      return { memberId, first: rating?.first?.value, second: rating?.second?.value };
    });
    return { ask, cells, reveal, self: ownOf(self?.ratings ?? {}, ask.askId)?.value };
  });
  return { panel, rows };
}
