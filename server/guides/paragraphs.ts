import { ASIDE, askingOf, asksInShape, asksOutright, endsAsQuestion, isQuestionNumbered } from './asking';
import type { Block, Span } from './blocks';
import { findLabels } from './label-cuts';
import { labelOf, ONE_LINE } from './labels';
import { ENDS_ASKING } from './language';
import { lineItems } from './line-items';
import { isShort } from './line-lists';
import { isOptions } from './options';
import { ratingLines } from './rating-lines';
import { plain, type Run, runsFrom, runsUntil, tidy, written } from './runs';

type LineOf = (at: number) => number;

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
  const text = written(value);
  const from = text.search(/\S/);
  const end = from < 0 ? -1 : text.indexOf('\n', from);
  return end < 0 || text.slice(end).trim() === '' ? null : end;
}

/** Where another line numbered like a question begins, in a paragraph that begins with one. */
function nextNumbered(runs: Run[]): number | null {
  const text = written(runs);
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
  const lines = written(runs).split('\n');
  const first = lines.findIndex((line) => /^\s*[([]?[AaАа][:.)\]]\s/.test(line));
  if (first < 0) return null;
  const head = runsUntil(runs, lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0));
  if (first > 0 && !endsAsQuestion(plain(head))) return null;
  const items = lineItems(runs, lineOf, first);
  const list: Block = { kind: 'list', line: lineOf(first), end: span.end, ordered: false, items };
  if (!isOptions(list)) return null;
  return first === 0
    ? [list]
    : [...paragraphParts(head, { line: span.line, end: lineOf(first - 1) }, lineOf), list];
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
  const text = written(runs);
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
  const text = written(runs);
  const end = text.indexOf('\n');
  if (end < 0) return null;
  const [first, rest] = [text.slice(0, end).trim(), tidy(text.slice(end))];
  if (rest === '' || asksOutright(rest) || !/^["“\p{Lu}\p{Lo}\p{N}`]/u.test(rest)) return null;
  if (endsAsQuestion(first)) return end + 1;
  return asksOutright(first) && (/[.!。]["”’)]*$/u.test(first) || isShort(text.split('\n'))) ? end + 1 : null;
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
  const text = written(runs);
  const ends = [...text.matchAll(/[?？؟]["”»]?(?:\s+[-–—:→]+)?\s+(?=["“(\p{Lu}\p{Lo}\p{N}`])/gu)];
  const at = ends.findIndex((mark) => text[mark.index + mark[0].length] !== '(');
  const [end, next] = at < 0 ? [] : ends.slice(at);
  // Two short questions in a row are one prompt.
  if (end && next && !/[.。:]/u.test(text.slice(end.index, next.index)) && next.index - end.index < 80)
    return cutAt(runs, next, span);
  return end ? cutAt(runs, end, span) : null;
}

function cutAt(runs: Run[], end: RegExpExecArray, span: Span): { runs: Run[]; blocks: Block[] } | null {
  const rest = runsFrom(runs, end.index + end[0].length);
  return asksInShape(plain(rest))
    ? null
    : { runs: runsUntil(runs, end.index + 1), blocks: paragraphParts(rest, span, () => span.line) };
}
