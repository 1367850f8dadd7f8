import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Label, labelOf } from './labels';
import { type Prompt, toPrompt } from './prompts';
import { plain, type Run, runsFrom, runsUntil, tidy, toRuns } from './runs';

/** What stands below a heading, in order, freed of Markdown. `line` is 1-based. */
export type Piece =
  | { kind: 'label'; line: number; label: Label; title: string }
  | { kind: 'text'; line: number; runs: Run[]; prompt: Prompt | null }
  | { kind: 'list'; line: number; ordered: boolean; items: Item[] }
  | { kind: 'code'; line: number; value: string; language: string | null };
export type ListPiece = Extract<Piece, { kind: 'list' }>;

/**
 * A list item: its first paragraph and whatever else it holds. `number` is the number it was written with;
 * `leadsInside`: the paragraph is one link to another place of the guide, as an entry of a table of contents is.
 */
export type Item = {
  line: number;
  number: string | null;
  leadsInside: boolean;
  runs: Run[];
  pieces: Piece[];
};

/** Whether a paragraph is bold words alone. */
export function isBoldLine(piece: Piece): boolean {
  return piece.kind === 'text' && piece.runs.every((run) => run.style === 'strong' || run.text.trim() === '');
}

/** `lines` is the source by lines; a node's line is its own plus `offset`. */
export type PieceContext = { lines: string[]; offset: number };

export function toPieces(node: RootContent, context: PieceContext): Piece[] {
  const line = lineOf(node, context);
  switch (node.type) {
    case 'paragraph':
      return paragraphPieces(node, line);
    case 'heading':
      return [{ kind: 'text', line, runs: toRuns(node.children), prompt: null }];
    case 'list':
      return [listPiece(node, context, line)];
    case 'code':
      return [{ kind: 'code', line, value: node.value, language: node.lang?.toLowerCase() ?? null }];
    case 'blockquote':
      return node.children.flatMap((child) => toPieces(child, context));
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim()) ? [] : [rawText(node.value, line)];
    case 'thematicBreak':
      return [];
    case 'definition':
      return [rawText(`[${node.label ?? node.identifier}]: ${node.url}`, line)];
    default:
      return [rawText(textOf(node), line)];
  }
}

export function lineOf(node: { position?: { start: { line: number } } }, context: PieceContext): number {
  return (node.position?.start.line ?? 1) + context.offset;
}

export function rawText(text: string, line: number): Piece {
  return { kind: 'text', line, runs: [{ text, style: 'plain' }], prompt: null };
}

function listPiece(node: List, context: PieceContext, line: number): ListPiece {
  const items = node.children
    .map((child) => toItem(child, context))
    .filter((item) => plain(item.runs) !== '' || item.pieces.length > 0);
  return { kind: 'list', line, ordered: node.ordered === true, items };
}

function toItem(node: ListItem, context: PieceContext): Item {
  const line = lineOf(node, context);
  const [first, ...others] = node.children;
  const number = /^\s*(?:[-*+]\s+)*(\d{1,9})[.)]/.exec(context.lines[line - 1] ?? '')?.[1] ?? null;
  const runs = first?.type === 'paragraph' ? withoutBox(toRuns(first.children)) : [];
  const leadsInside = first?.type === 'paragraph' && /^\[.*\]\(#[^)]*\)$/.test(textOf(first).trim());
  const rest = first && first.type !== 'paragraph' ? node.children : others;
  return { line, number, leadsInside, runs, pieces: rest.flatMap((child) => toPieces(child, context)) };
}

function withoutBox(runs: Run[]): Run[] {
  const box = /^\[[ xX]\](?:\s+|$)/.exec(runs[0]?.text ?? '');
  return box ? runsFrom(runs, box[0].length) : runs;
}

function paragraphPieces(node: Paragraph, line: number): Piece[] {
  return runsToPieces(toRuns(node.children), line);
}

/** Cuts a paragraph at its labels, and its prompt from what stands on the lines below it. */
export function runsToPieces(runs: Run[], line: number): Piece[] {
  const whole = labelOf(plain(runs));
  if (whole) return [{ kind: 'label', line, label: whole, title: plain(runs) }];
  const cuts = findLabels(runs);
  const first = cuts[0]?.from ?? Number.POSITIVE_INFINITY;
  const pieces: Piece[] = headPieces(runsUntil(runs, first), line);
  for (const [index, cut] of cuts.entries()) {
    const at = line + countLines(runsUntil(runs, cut.from));
    pieces.push({ kind: 'label', line: at, label: cut.label, title: cut.title });
    const value = runsFrom(runsUntil(runs, cuts[index + 1]?.from ?? Number.POSITIVE_INFINITY), cut.to);
    if (plain(value) !== '')
      pieces.push({ kind: 'text', line: at, runs: trimSeparator(value), prompt: null });
  }
  return pieces;
}

type Cut = { from: number; to: number; label: Label; title: string };

/** Bold words with a colon at the start of a line (or after `·`, `|`); unknown ones only open a paragraph. */
function findLabels(runs: Run[]): Cut[] {
  const cuts: Cut[] = [];
  const text = runs.map((run) => run.text).join('');
  let from = 0;
  for (const run of runs) {
    const to = from + run.text.length;
    const colon = /[:：]\s*$/.test(run.text)
      ? to
      : /^\s*[:：]/.test(text.slice(to))
        ? text.indexOf(':', to) + 1
        : 0;
    if (run.style === 'strong' && colon > 0 && /(?:^|[\n·|;,])\s*$/.test(text.slice(0, from))) {
      const label = labelOf(run.text) ?? (from === 0 && !toPrompt(runs) ? 'notes' : null);
      if (label) cuts.push({ from, to: colon, label, title: tidy(run.text) });
    }
    from = to;
  }
  return cuts;
}

/** `A: …` on the line below `Q: …?` */
const ANSWER = /\n(?:a|answer) ?\d{0,3}[:：]/i;

function headPieces(runs: Run[], line: number): Piece[] {
  if (plain(runs) === '') return [];
  const answer = ANSWER.exec(runs.map((run) => run.text).join(''));
  if (answer) {
    const title = answer[0].trim();
    const head = runsUntil(runs, answer.index);
    const below = runsFrom(runs, answer.index + answer[0].length);
    const at = line + countLines(head) + 1;
    return [
      ...headPieces(head, line),
      { kind: 'label', line: at, label: 'points', title },
      ...headPieces(below, at),
    ];
  }
  const whole = toPrompt(runs);
  const breakAt = endOfBold(runs);
  if (breakAt === null) return [{ kind: 'text', line, runs, prompt: whole }];
  const head = runsUntil(runs, breakAt);
  const rest = runsFrom(runs, breakAt);
  const prompt = toPrompt(head);
  if (!prompt || prompt.strength === 'maybe') return [{ kind: 'text', line, runs, prompt: whole }];
  return [
    { kind: 'text', line, runs: head, prompt },
    { kind: 'text', line: line + countLines(head), runs: rest, prompt: null },
  ];
}

/** Where the line ends that the paragraph's first bold words (and nothing but an id) fill; null when there is none. */
function endOfBold(runs: Run[]): number | null {
  const [first, second] = runs;
  if (first?.style !== 'strong' || !second) return null;
  const found = /^\s*?(?:[ \t]*\{#[^{}]*\})?[ \t]*\n/.exec(second.text);
  return found ? first.text.length + found[0].length : null;
}

function countLines(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + (run.text.match(/\n/g)?.length ?? 0), 0);
}

function trimSeparator(runs: Run[]): Run[] {
  return runs.map((run, index) =>
    index === runs.length - 1 ? { ...run, text: run.text.replace(/\s*[·|]\s*$/, '') } : run,
  );
}
