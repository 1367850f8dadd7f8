import type { Block, BlockOf, Item, Span } from './blocks';
import { itemOf, lineItems } from './line-items';
import { plain, type Run, written } from './runs';

/** `3: …`, `3 - …`, `3 (good) = …`, `Score 3: …` */
const STEP =
  /^\s*(?:(?:score|rating|level|note|stufe|punkte?|балл)\s+)?([1-5])(?:\s?\/\s?5)?(?:\s?\([^()]{1,30}\))?\s?(?:[:：=–—-]|->|→)\s*(?=\S)/iu;
/** What a line above the steps is called. */
const HEAD =
  /^[\s*_]*(?:(?:the )?(?:rating|score|scoring|grading|ratings?|scores?)(?: (?:guide|scale|rubric|levels?|1 ?[-–] ?5))?|scale|bewertung(?:sskala)?|skala|barème|notation|escala|valoración|puntuación|avaliação|pontuação|valutazione|шкала|оценка|оцінка|评分|評価)(?:\s?\([^()]{1,20}\))?[\s*_]*[:：]?[\s*_]*$/iu;

/**
 * Whether these are the steps of a scale, each once: 1, 3 and 5. 2 and 4 may be among them if something else says so, since
 * a quiz may number five options.
 */
function areSteps(steps: readonly (string | undefined)[], loose = false): boolean {
  const most = loose ? 5 : 3;
  return (
    steps.length <= most &&
    steps.every((step) => step !== undefined) &&
    new Set(steps).size === steps.length &&
    ['1', '3', '5'].every((step) => steps.includes(step))
  );
}

/** The step that a line says something about, and what it says. */
export function stepIn(text: string): { step: string; words: string } | null {
  const found = STEP.exec(text);
  return found ? { step: found[1] ?? '', words: text.slice(found[0].length) } : null;
}

export function namesRating(title: string): boolean {
  return HEAD.test(title);
}

/** A list with what an answer does to be rated 1, 3 and 5. `loose`: its words or its place say that it is one. */
export function isRatingList(block: Block | undefined, loose: boolean): boolean {
  if (block?.kind !== 'list') return false;
  const { items, ordered } = block;
  const written = items.map(({ runs }) => STEP.exec(plain(runs))?.[1]);
  return (
    areSteps(written, loose) ||
    (ordered &&
      areSteps(
        items.map(({ number }) => number ?? undefined),
        loose,
      ))
  );
}

/** A line that begins the steps of a scale straight below a list. */
export function opensSteps(line: string): boolean {
  return STEP.test(line);
}

/** Lines with what an answer does to be rated 1, 3 and 5, as a labelled list; null if they are anything else. */
export function ratingLines(runs: Run[], span: Span, lineOf: (at: number) => number): Block[] | null {
  const lines = written(runs).split('\n');
  const headed = HEAD.test(lines[0] ?? '');
  const first = headed ? 1 : 0;
  const steps = lines.slice(first).map((line) => STEP.exec(line)?.[1]);
  // Options of a quiz are not written with "=".
  const loose = headed || lines.every((line) => /^\s*[1-5]\s*=/.test(line));
  if (!areSteps(steps, loose)) return null;
  const items = lineItems(runs, lineOf, first);
  const title = headed ? (lines[0] ?? '').trim() : '';
  return [
    { kind: 'label', ...span, label: 'anchors', title },
    { kind: 'list', line: lineOf(first), end: span.end, ordered: false, items },
  ];
}

/** A table with a column, or a row, for each of the steps 1, 3 and 5, as a list; null if it is anything else. */
export function ratingTable(block: Block | undefined): BlockOf<'list'> | null {
  if (block?.kind !== 'table') return null;
  const { head, rows, line, end } = block;
  const stepOf = (cell: Run[] | undefined) =>
    /^(?:(?:score|rating|level)\s+)?([1-5])(?:\s*[(–—-].*)?$/iu.exec(plain(cell ?? []))?.[1];
  const [row] = rows;
  const across = rows.length === 1 && areSteps(head.map(stepOf), true);
  const down =
    head.length === 2 &&
    areSteps(
      rows.map(({ cells }) => stepOf(cells[0])),
      true,
    );
  if (!row || !(across || down)) return null;
  const cells = across
    ? head.map((step, at) => ({ step, words: row.cells[at] ?? [], line: row.line }))
    : rows.map((own) => ({ step: own.cells[0] ?? [], words: own.cells[1] ?? [], line: own.line }));
  const items = cells.map(({ step, words, line: at }): Item => {
    const runs: Run[] = [{ text: `${stepOf(step)}: ${plain(words)}`, style: 'plain' }];
    return itemOf({ line: at, end: at }, runs);
  });
  return { kind: 'list', line, end, ordered: false, items };
}
