import type { Item, Span } from './blocks';
import { type Run, runsFrom, runsUntil, written } from './runs';

/** Words as an item of a list. */
export function itemOf({ line, end }: Span, runs: Run[]): Item {
  return { line, end, number: null, leadsInside: false, box: null, runs, blocks: [] };
}

/** The lines of a paragraph as items, from line `first` on. */
export function lineItems(runs: Run[], lineOf: (at: number) => number, first = 0): Item[] {
  let from = 0;
  return written(runs)
    .split('\n')
    .flatMap((text, at) => {
      const own = runsUntil(runsFrom(runs, from), text.length);
      from += text.length + 1;
      return at < first ? [] : [itemOf({ line: lineOf(at), end: lineOf(at) }, own)];
    });
}
