/** What trends read of one competency in a round. Its round's row has it for all of them, so that a trend reads a row each. */
export interface RoundMean {
  groupId: string;
  title: string;
  /** Of the first ratings. A competency that nobody assessed is not kept. */
  mean: number;
  ratings: number;
  /** People who gave one of them; null where a reader of a file may not know. */
  raters: number | null;
  /** Their member ids; none in a scorecard from a file, which does not say who of them is in another round too. */
  people: string[];
}

export const writtenMeans = (means: readonly RoundMean[]): string => JSON.stringify(means);

/** Null in rows from before this was kept, until a rebuild. */
export function readMeans(text: string | null): RoundMean[] {
  return text === null ? [] : JSON.parse(text);
}
