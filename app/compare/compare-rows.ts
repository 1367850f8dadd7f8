import type { Scorecard } from '@/server/protocol/scorecard';

export interface CompareCell {
  /** Null: not assessed, or not for this viewer. */
  mean: number | null;
  /** Null where the viewer sees the mean alone. */
  ratings: number | null;
  /** Lowest and highest first rating. */
  range: [number, number] | null;
}

export interface CompareRow {
  key: string;
  title: string;
  /** A cell for each scorecard; null where the scorecard has no such row. */
  cells: { place: string; cell: CompareCell | null }[];
}

/** A scorecard among those that are compared: the same may be there twice, as a round and from a file. */
export interface Compared {
  /** `ROOM/ROUND`, as in its address. */
  place: string;
  card: Scorecard;
}

const cellsOf = (cards: readonly Compared[], cell: (card: Scorecard) => CompareCell | null) =>
  cards.map(({ place, card }) => ({ place, cell: cell(card) }));

/** Competencies by their ids: those of most scorecards first, else in the order of the first that has them. */
export function competencyRows(cards: readonly Compared[]): CompareRow[] {
  const titles = new Map(
    cards.flatMap(({ card }) => card.competencies.map(({ groupId, title }) => [groupId, title] as const)),
  );
  return sharedFirst(
    [...titles].map(([groupId, title]) => ({
      key: groupId,
      title,
      cells: cellsOf(cards, (card) => {
        const scores = card.competencies.find((one) => one.groupId === groupId)?.scores;
        if (scores === undefined) return null;
        const { first, ratings, lowest, highest } = scores ?? NOT_SHOWN;
        return {
          mean: first,
          ratings,
          range: lowest === null || highest === null ? null : [lowest, highest],
        };
      }),
    })),
  );
}

const NOT_SHOWN = { first: null, ratings: 0, lowest: null, highest: null };

/** Questions by pack and item: the same question of the same pack is one row. */
export function questionRows(cards: readonly Compared[]): CompareRow[] {
  const key = (card: Scorecard, itemId: string) => `${card.pack.id}/${itemId}`;
  const asked = cards.flatMap(({ card }) =>
    card.asks.map((ask) => [key(card, ask.itemId), ask.title ?? ask.prompt] as const),
  );
  return sharedFirst(
    [...new Map(asked)].map(([of, title]) => ({
      key: of,
      title,
      cells: cellsOf(cards, (card) => {
        const ask = card.asks.find((one) => key(card, one.itemId) === of);
        if (!ask) return null;
        const given = (ask.panel?.ratings ?? []).flatMap(({ first }) => first?.value ?? []);
        const range: CompareCell['range'] =
          given.length > 0 ? [Math.min(...given), Math.max(...given)] : null;
        const isMeanAlone = card.shows.ratings === 'means';
        return { mean: ask.panel?.mean ?? null, ratings: isMeanAlone ? null : given.length, range };
      }),
    })),
  );
}

function sharedFirst(rows: CompareRow[]): CompareRow[] {
  const filled = ({ cells }: CompareRow) => cells.filter(({ cell }) => cell !== null).length;
  return rows.sort((a, b) => filled(b) - filled(a));
}
