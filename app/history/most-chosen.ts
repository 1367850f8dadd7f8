/** As many scorecards as one file holds. */
export const MOST_CHOSEN = 100;
