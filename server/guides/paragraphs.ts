import { ASIDE, askingOf, asksInShape, asksOutright, endsAsQuestion } from './asking';
import type { Block, Item, Span } from './blocks';
import { type Label, labelOf, plainLabelOf } from './labels';
import { ENDS_ASKING } from './language';
import { plain, type Run, runsFrom, runsUntil, tidy } from './runs';

type LineOf = (at: number) => number;
type Cut = { from: number; to: number; label: Label; title: string };

/** Cuts a paragraph at its labels, and a question from what is on the lines below it. */
export function paragraphParts(runs: Run[], span: Span, lineOf: LineOf): Block[] {
  if (plain(runs) === '') return [];
  const whole = labelOf(plain(runs));
  if (whole && !/^a$/i.test(plain(runs)))
    return [{ kind: 'label', ...span, label: whole, title: plain(runs) }];
  const cuts = findLabels(runs);
  const blocks = headBlocks(runsUntil(runs, cuts[0]?.from ?? Number.POSITIVE_INFINITY), 0, span, lineOf);
  for (const [index, cut] of cuts.entries()) {
    const at = linesIn(runsUntil(runs, cut.from));
    blocks.push({ kind: 'label', line: lineOf(at), end: span.end, label: cut.label, title: cut.title });
    const value = runsFrom(runsUntil(runs, cuts[index + 1]?.from ?? Number.POSITIVE_INFINITY), cut.to);
    if (plain(value) !== '')
      blocks.push({
        kind: 'text',
        line: lineOf(at),
        end: span.end,
        runs: withoutSeparator(value),
        asks: null,
      });
  }
  return blocks;
}

/** Labels of one line: what is below them is no more of theirs. */
const SHORT: readonly Label[] = ['competency', 'level', 'tags', 'target', 'behavioural', 'notes'];

/** Words with a colon at the start of a line (or after `·`, `|`), in bold or well known; unknown ones only open a paragraph. */
function findLabels(runs: Run[]): Cut[] {
  const cuts: Cut[] = [];
  const text = runs.map((run) => run.text).join('');
  let from = 0;
  for (const run of runs) {
    const to = from + run.text.length;
    const colon = /[:：]\s*$/.test(run.text)
      ? to
      : /^\s*[:：]/.test(text.slice(to))
        ? text.slice(to).search(/[:：]/) + to + 1
        : 0;
    if (run.style === 'strong' && colon > 0 && /(?:^|[\n·|;,?？.。])\s*$/.test(text.slice(0, from))) {
      const beside = /[·|]\s*$/.test(text.slice(0, from));
      const below = /\n\s*$/.test(text.slice(0, from)) && SHORT.includes(cuts.at(-1)?.label ?? 'points');
      const opens = beside || below || (from === 0 && !askingOf(runs));
      const label = labelOf(run.text) ?? (opens ? 'notes' : null);
      if (label) cuts.push({ from, to: colon, label, title: tidy(run.text) });
    }
    from = to;
  }
  let start = 0;
  for (const line of text.split('\n')) {
    const found = plainLabelOf(line);
    const isFree = found && !cuts.some((cut) => cut.from >= start && cut.from < start + line.length);
    if (isFree && styleAt(runs, start) !== 'strong')
      cuts.push({ from: start, to: start + found.to, label: found.label, title: found.title });
    start += line.length + 1;
  }
  return cuts.sort((a, b) => a.from - b.from);
}

function styleAt(runs: Run[], at: number): Run['style'] {
  return runsFrom(runs, at)[0]?.style ?? 'plain';
}

/** The words of a paragraph before its labels. `at`: the line of the paragraph on which they begin, from 0. */
function headBlocks(runs: Run[], at: number, span: Span, lineOf: LineOf): Block[] {
  if (plain(runs) === '') return [];
  const line = lineOf(at);
  const cut = endOfBold(runs) ?? endOfAnswered(runs);
  const head = cut === null ? null : runsUntil(runs, cut);
  const asked = head && askingOf(head);
  if (!head || !asked || (asked.strength === 'plain' && !endsAsQuestion(plain(head))))
    return [{ kind: 'text', line, end: span.end, runs, asks: askingOf(runs) }];
  const rest = runsFrom(runs, cut ?? 0);
  const below = at + linesIn(head);
  return [
    { kind: 'text', line, end: span.end, runs: head, asks: asked },
    ...paragraphParts(rest, { line: lineOf(below), end: span.end }, (at2) => lineOf(below + at2)),
  ];
}

/** Where the line ends that the paragraph's first bold words (and nothing but an id) fill; null when there is none. */
function endOfBold(runs: Run[]): number | null {
  const [first, second] = runs;
  if (first?.style !== 'strong' || !second) return null;
  const found = /^\s*?(?:[ \t]*\{#[^{}]*\})?(?:[ \t]|\p{Extended_Pictographic}|\uFE0F)*\n/u.exec(second.text);
  if (found) return first.text.length + found[0].length;
  // A question in bold, and its answer beside it.
  const words = tidy(first.text);
  const beside = /^\s*(?:[-–—:]\s+)?(?=\S)/.exec(second.text)?.[0].length ?? 0;
  const text = plain(runs.slice(1)).replace(/^[-–—:]\s+/, '');
  return asksOutright(words) &&
    !endsAsQuestion(text) &&
    !ENDS_ASKING.test(text) &&
    text.replace(ASIDE, '') !== '' &&
    !text.startsWith('{#') &&
    /\p{L}/u.test(text)
    ? first.text.length + beside
    : null;
}

/** Where the first line ends, when it asks and the lines below it do not. */
function endOfAnswered(runs: Run[]): number | null {
  const text = runs.map((run) => run.text).join('');
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const rest = tidy(text.slice(end));
  const asks = endsAsQuestion(text.slice(0, end).trim()) && rest !== '' && !asksOutright(rest);
  return asks && /^["“\p{Lu}\p{Lo}\p{N}`]/u.test(rest) ? end + 1 : null;
}

function linesIn(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + (run.text.match(/\n/g)?.length ?? 0), 0);
}

function withoutSeparator(runs: Run[]): Run[] {
  return runs.map((run, index) =>
    index === runs.length - 1 ? { ...run, text: run.text.replace(/\s*[·|]\s*$/, '') } : run,
  );
}

/** A line as a question and what is beside or below it: its answer, or a label. Null when it is one or the other. */
export function askedIn(runs: Run[], span: Span): { runs: Run[]; blocks: Block[] } | null {
  const [head, ...blocks] = paragraphParts(runs, span, () => span.line);
  if (head?.kind === 'text' && head.asks && blocks.length > 0) return { runs: head.runs, blocks };
  const text = runs.map((run) => run.text).join('');
  const end = /[?？؟]["”»]?(?:\s+[-–—:→]+)?\s+(?=["“\p{Lu}\p{Lo}\p{N}`])/u.exec(text);
  if (!end) return null;
  const rest = runsFrom(runs, end.index + end[0].length);
  return asksInShape(plain(rest))
    ? null
    : { runs: runsUntil(runs, end.index + 1), blocks: paragraphParts(rest, span, () => span.line) };
}

/** Questions on lines of their own, without a mark or a blank line between them, as the list that they are. */
export function askedLines(runs: Run[], span: Span, lineOf: LineOf): Block | null {
  if (runs.some(({ style }) => style === 'strong')) return null;
  const lines = runs
    .map((run) => run.text)
    .join('')
    .split('\n');
  const asking = lines.filter(asksOutright).length;
  const shaped = lines.filter((line) => asksInShape(line)).length;
  const isList =
    lines.length > 2 &&
    asking * 2 >= lines.length &&
    shaped * 3 >= lines.length * 2 &&
    lines.every((line) => OPENS_LINE.test(line) && line.length <= 200 && plainLabelOf(line) === null);
  if (!isList) return null;
  let from = 0;
  const items = lines.map((text, at): Item => {
    const line = lineOf(at);
    const own = runsUntil(runsFrom(runs, from), text.length);
    from += text.length + 1;
    return { line, end: line, number: null, leadsInside: false, runs: own, blocks: [] };
  });
  return { kind: 'list', ...span, ordered: false, items };
}

const OPENS_LINE = /^["“„«¿'(\p{Lu}\p{Lo}\p{N}]/u;
