import { ASIDE, askingOf, asksInShape, asksOutright, endsAsQuestion, isQuestionNumbered } from './asking';
import type { Block, Item, Span } from './blocks';
import { type Label, labelOf, ONE_LINE, plainLabelOf } from './labels';
import { ENDS_ASKING } from './language';
import { isOptions } from './options';
import { ratingLines } from './rating-lines';
import { plain, type Run, runsFrom, runsUntil, tidy } from './runs';

type LineOf = (at: number) => number;
type Cut = { from: number; to: number; label: Label; title: string };

/** Cuts a paragraph at its labels, and separates a question from the lines below it. */
export function paragraphParts(runs: Run[], span: Span, lineOf: LineOf): Block[] {
  if (plain(runs) === '') return [];
  const next = nextNumbered(runs);
  if (next !== null) {
    const [head, rest] = [runsUntil(runs, next), runsFrom(runs, next)];
    const at = linesIn(head);
    return [
      ...paragraphParts(head, { line: span.line, end: lineOf(at - 1) }, lineOf),
      ...paragraphParts(rest, { line: lineOf(at), end: span.end }, (below) => lineOf(at + below)),
    ];
  }
  const listed = ratingLines(runs, span, lineOf) ?? lettered(runs, span, lineOf);
  if (listed) return listed;
  const whole = labelOf(plain(runs));
  if (whole && !/^a$/i.test(plain(runs)))
    return [{ kind: 'label', ...span, label: whole, title: plain(runs) }];
  const cuts = findLabels(runs);
  const blocks = headBlocks(runsUntil(runs, cuts[0]?.from ?? Number.POSITIVE_INFINITY), 0, span, lineOf);
  for (const [index, cut] of cuts.entries()) {
    const at = linesIn(runsUntil(runs, cut.from));
    blocks.push({ kind: 'label', line: lineOf(at), end: span.end, label: cut.label, title: cut.title });
    const value = runsFrom(runsUntil(runs, cuts[index + 1]?.from ?? Number.POSITIVE_INFINITY), cut.to);
    const end = ONE_LINE.includes(cut.label) ? endOfValue(value) : null;
    const parts = end === null ? [value] : [runsUntil(value, end), runsFrom(value, end)];
    for (const [no, part] of parts.entries()) {
      const line = lineOf(at + (no === 0 ? 0 : linesIn(parts[0] ?? [])));
      if (plain(part) !== '')
        blocks.push({ kind: 'text', line, end: span.end, runs: withoutSeparator(part), asks: null });
    }
  }
  return blocks;
}

/** Where the first line of a label's value ends; null where nothing is below it. */
function endOfValue(value: Run[]): number | null {
  const text = value.map((run) => run.text).join('');
  const from = text.search(/\S/);
  const end = from < 0 ? -1 : text.indexOf('\n', from);
  return end < 0 || text.slice(end).trim() === '' ? null : end;
}

/** Where another line numbered like a question begins, in a paragraph that begins with one. */
function nextNumbered(runs: Run[]): number | null {
  const text = runs.map((run) => run.text).join('');
  if (!isQuestionNumbered(text)) return null;
  let from = text.indexOf('\n') + 1;
  while (from > 0) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? undefined : end);
    if (isQuestionNumbered(line) && labelOf(line) === null) return from;
    from = end + 1;
  }
  return null;
}

/** A question, and its options on separate lines below it, as a list. */
function lettered(runs: Run[], span: Span, lineOf: LineOf): Block[] | null {
  const lines = runs
    .map((run) => run.text)
    .join('')
    .split('\n');
  const first = lines.findIndex((line) => /^\s*[([]?[AaАа][:.)\]]\s/.test(line));
  if (first < 0) return null;
  let from = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const head = runsUntil(runs, from);
  if (first > 0 && !endsAsQuestion(plain(head))) return null;
  const items = lines.slice(first).map((text, at): Item => {
    const line = lineOf(first + at);
    const own = runsUntil(runsFrom(runs, from), text.length);
    from += text.length + 1;
    return { line, end: line, number: null, leadsInside: false, box: null, runs: own, blocks: [] };
  });
  const list: Block = { kind: 'list', line: lineOf(first), end: span.end, ordered: false, items };
  if (!isOptions(list)) return null;
  return first === 0
    ? [list]
    : [...paragraphParts(head, { line: span.line, end: lineOf(first - 1) }, lineOf), list];
}

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
      const below =
        /\n\s*$/.test(text.slice(0, from)) && [...ONE_LINE, 'notes'].includes(cuts.at(-1)?.label ?? 'points');
      const opens = beside || below || (from === 0 && !askingOf(runs));
      const label = labelOf(run.text) ?? (opens ? 'notes' : null);
      if (label) cuts.push({ from, to: colon, label, title: tidy(run.text) });
    }
    from = to;
  }
  let start = 0;
  for (const line of text.split('\n')) {
    const found = plainLabelOf(line) ?? (start > 0 ? shortLabelOf(line) : null);
    const isFree = found && !cuts.some((cut) => cut.from >= start && cut.from < start + line.length);
    // `**Answer: B**`
    const isWhole = found?.label === 'points' && runs.length === 1;
    if (isFree && (isWhole || styleAt(runs, start) !== 'strong'))
      cuts.push({ from: start, to: start + found.to, label: found.label, title: found.title });
    start += line.length + 1;
  }
  return cuts.sort((a, b) => a.from - b.from);
}

/** The meaning of a letter or word at the start of a line below a question. */
const BELOW_QUESTIONS: readonly (readonly [Label, RegExp])[] = [
  ['points', /^\s*((?:A|Ans|R|Good|Strong|Great)(?:[:：]|\.(?=\s+\p{Lu})))\s*/u],
  ['weakAnswers', /^\s*((?:Poor|Weak|Bad)[:：])\s*/],
];

function shortLabelOf(line: string): { label: Label; title: string; to: number } | null {
  for (const [label, pattern] of BELOW_QUESTIONS) {
    const found = pattern.exec(line);
    if (found) return { label, title: found[1] ?? '', to: found[0].length };
  }
  return null;
}

function styleAt(runs: Run[], at: number): Run['style'] {
  return runsFrom(runs, at)[0]?.style ?? 'plain';
}

/** The words of a paragraph before its labels. `at`: the line of the paragraph on which they begin, from 0. */
function headBlocks(runs: Run[], at: number, span: Span, lineOf: LineOf): Block[] {
  if (plain(runs) === '') return [];
  const line = lineOf(at);
  const beside = besideAnswer(runs);
  if (beside) {
    const head = runsUntil(runs, beside.from);
    const below = at + linesIn(head);
    return [
      { kind: 'text', line, end: span.end, runs: head, asks: askingOf(head) },
      { kind: 'text', line: lineOf(below), end: span.end, runs: beside.answer, asks: null },
    ];
  }
  const cut = endOfBold(runs) ?? endOfAnswered(runs);
  const head = cut === null ? null : runsUntil(runs, cut);
  const asked = head && askingOf(head);
  if (!head || !asked) return [{ kind: 'text', line, end: span.end, runs, asks: askingOf(runs) }];
  const rest = runsFrom(runs, cut ?? 0);
  const below = at + linesIn(head);
  return [
    { kind: 'text', line, end: span.end, runs: head, asks: asked },
    ...paragraphParts(rest, { line: lineOf(below), end: span.end }, (at2) => lineOf(below + at2)),
  ];
}

/** Where the paragraph's first line ends, if it has only bold words (and an id); otherwise null. */
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

/** Words or marks after a question, on the same line, that introduce its answer. Each run of spaces is tried once. */
const LEADS_TO_ANSWER =
  /(?<!\s)(?=(\s+))\1(?:(?:->|=>|→|⇒)\s+|\(?(?:A|Ans|Answer|R|Antwort|Réponse|Respuesta|Resposta|Risposta|Ответ|Look for|Listen for|Expected)\s*[:：]\s*|(?<=[?？؟]["”»]?\s+)(?:=|–|—|--?)\s+)(?=\S)/u;

function besideAnswer(runs: Run[]): { from: number; answer: Run[] } | null {
  const text = runs.map((run) => run.text).join('');
  const [line = ''] = text.split('\n', 1);
  const found = LEADS_TO_ANSWER.exec(line);
  if (!found || line !== text.trimEnd()) return null;
  const head = runsUntil(runs, found.index);
  if (!askingOf(head) && !asksInShape(plain(head))) return null;
  const rest = runsFrom(runs, found.index + found[0].length);
  const answer = found[0].includes('(')
    ? rest.map((run, at) => (at === rest.length - 1 ? { ...run, text: run.text.replace(/\)\s*$/, '') } : run))
    : rest;
  return plain(answer) === '' ? null : { from: found.index, answer };
}

/**
 * Where the first line ends, if it asks and the lines below it do not: they are its answer. A task without a mark ends
 * where its line is shorter than it needed to be.
 */
function endOfAnswered(runs: Run[]): number | null {
  const text = runs.map((run) => run.text).join('');
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const [first, rest] = [text.slice(0, end).trim(), tidy(text.slice(end))];
  if (rest === '' || asksOutright(rest) || !/^["“\p{Lu}\p{Lo}\p{N}`]/u.test(rest)) return null;
  if (endsAsQuestion(first)) return end + 1;
  return asksOutright(first) && (/[.!。]["”’)]*$/u.test(first) || isShort(text.split('\n'))) ? end + 1 : null;
}

/** Whether the first of these lines was not wrapped: the next word would have fitted on it. */
function isShort([first = '', second = '', ...others]: string[]): boolean {
  const [word = ''] = second.trim().split(' ', 1);
  const width = Math.max(60, ...[first, second, ...others].map((line) => line.trim().length));
  return !/[,;:–—-]$/.test(first.trim()) && first.trim().length + 1 + word.length < width;
}

function linesIn(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + (run.text.match(/\n/g)?.length ?? 0), 0);
}

function withoutSeparator(runs: Run[]): Run[] {
  return runs.map((run, index) =>
    index === runs.length - 1 ? { ...run, text: run.text.replace(/\s*[·|]\s*$/, '') } : run,
  );
}

/** Splits a question from what is beside or below it: its answer, or a label. Null if there is only one of them. */
export function askedIn(runs: Run[], span: Span): { runs: Run[]; blocks: Block[] } | null {
  const [head, ...blocks] = paragraphParts(runs, span, () => span.line);
  const [below] = blocks;
  const isAnswered = below?.kind === 'label' && below.label === 'points';
  if (head?.kind === 'text' && below && (head.asks || (isAnswered && asksInShape(plain(head.runs)))))
    return { runs: head.runs, blocks };
  const text = runs.map((run) => run.text).join('');
  const end = /[?？؟]["”»]?(?:\s+[-–—:→]+)?\s+(?=["“\p{Lu}\p{Lo}\p{N}`])/u.exec(text);
  if (!end) return null;
  const rest = runsFrom(runs, end.index + end[0].length);
  return asksInShape(plain(rest))
    ? null
    : { runs: runsUntil(runs, end.index + 1), blocks: paragraphParts(rest, span, () => span.line) };
}

/**
 * Questions on lines of their own, without a mark or a blank line between them, as the list that they are. `outright`:
 * the share of them that asks outright; the others begin like questions.
 */
export function askedLines(runs: Run[], span: Span, lineOf: LineOf, outright = 0.5): Block | null {
  if (runs.some(({ style }) => style === 'strong')) return null;
  const lines = runs
    .map((run) => run.text)
    .join('')
    .split('\n');
  const asking = lines.filter(asksOutright).length;
  const shaped = lines.filter((line) => asksInShape(line)).length;
  const isList =
    (lines.length > 2 ||
      (asking === lines.length && isShort(lines) && /[.!?。？！؟]["”»]?$/u.test(lines[0] ?? ''))) &&
    lines.length > 1 &&
    asking >= lines.length * outright &&
    shaped * 3 >= lines.length * 2 &&
    lines.every((line) => OPENS_LINE.test(line) && line.length <= 200 && plainLabelOf(line) === null);
  if (!isList) return null;
  let from = 0;
  const items = lines.map((text, at): Item => {
    const line = lineOf(at);
    const own = runsUntil(runsFrom(runs, from), text.length);
    from += text.length + 1;
    return { line, end: line, number: null, leadsInside: false, box: null, runs: own, blocks: [] };
  });
  return { kind: 'list', ...span, ordered: false, items };
}

const OPENS_LINE = /^["“„«¿'(\p{Lu}\p{Lo}\p{N}]/u;
