import type { PanelAsk, Reveal, SelfSlice } from '@/server/protocol/views';

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
  /** The candidate's own rating; undefined while they gave none. */
  self: number | null | undefined;
}

/** Asks × panelists, as far as the ratings are open. Withdrawn questions are not part of the interview. */
export function debriefRows(asks: readonly PanelAsk[], reveals: readonly Reveal[], self: SelfSlice) {
  const panel = [...new Set(reveals.flatMap((reveal) => reveal.ratings.map((rating) => rating.memberId)))];
  const rows = asks
    .filter((ask) => ask.status !== 'withdrawn')
    .map((ask): DebriefRow => {
      const reveal = reveals.find((other) => other.askId === ask.askId) ?? null;
      const cells = panel.map((memberId) => {
        const rating = reveal?.ratings.find((other) => other.memberId === memberId);
        return { memberId, first: rating?.first?.value, second: rating?.second?.value };
      });
      return { ask, cells, reveal, self: self?.ratings.find((other) => other.askId === ask.askId)?.value };
    });
  return { panel, rows };
}
