/** What trends read of one competency in a round. */
export interface RoundMean {
  groupId: string;
  title: string;
  /** Of the first ratings. A competency that nobody assessed is not kept. */
  mean: number;
  ratings: number;
  /** People who gave one of them; null where a reader of a file may not know. */
  raters: number | null;
  /** These people, by their place in the list of the round. */
  by: number[];
}

/** What trends read of a round, all in its one row. */
export interface RoundMeans {
  /**
   * The member ids of everybody who rated; none in a scorecard from a file, which does not say who of them is in another
   * round too.
   */
  people: string[];
  means: RoundMean[];
}

/** As a column keeps it. `people`: member ids. */
export function writtenMeans(
  means: readonly (Omit<RoundMean, 'by'> & { people: readonly string[] })[],
): string {
  const all = [...new Set(means.flatMap(({ people }) => people))].sort();
  const written: RoundMeans = {
    people: all,
    means: means.map(({ people, ...mean }) => ({
      ...mean,
      by: people.map((memberId) => all.indexOf(memberId)),
    })),
  };
  return JSON.stringify(written);
}

/** Empty in rows from before this was kept, until a rebuild. */
export function readMeans(text: string | null): RoundMeans {
  return text === null ? { people: [], means: [] } : JSON.parse(text);
}
