import type { List, ListItem, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Asking, takeId } from './asking';
import type { Label } from './labels';
import { lineItems } from './line-items';
import { aboveTold, askedLines, belowTopic, levelledLines } from './line-lists';
import { withRoles } from './list-roles';
import { paragraphParts } from './paragraphs';
import { plain, type Run, runsFrom, toRuns } from './runs';
import { isHeadingLine, type Line } from './source-lines';

/** Lines of the source that a block fills, 1-based, both included. */
export type Span = { line: number; end: number };

/** A part of a guide between two blank lines, without its Markdown marks. Only lists contain other blocks. */
export type Block = Span &
  (
    | { kind: 'heading'; depth: number; title: string; id: string | null }
    | { kind: 'label'; label: Label; title: string }
    | { kind: 'text'; runs: Run[]; asks: Asking | null }
    /** `role`: what the whole guide says that it is. */
    | { kind: 'list'; ordered: boolean; items: Item[]; role?: 'asked' | 'observed' }
    | { kind: 'table'; head: Run[][]; rows: Row[] }
    | { kind: 'code'; value: string; language: string | null }
    | { kind: 'rule'; reason: string }
  );
export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
/** `leadsInside`: a cell links to another place in the guide. */
export type Row = Span & { cells: Run[][]; leadsInside: boolean };

/**
 * A list item: its first paragraph and whatever else it holds. `number` is the number it was written with;
 * `leadsInside`: the paragraph is one link to another place in the guide, like an entry of a table of contents.
 */
export type Item = Span & {
  number: string | null;
  leadsInside: boolean;
  /** Whether its box is ticked; null without a box. */
  box: boolean | null;
  runs: Run[];
  blocks: Block[];
};

/** Links stay text: micromark needs quadratic time to find some that no guide needs. Raw HTML is text too. */
const EXTENSIONS = [
  gfmTable(),
  {
    disable: {
      null: ['labelStartLink', 'labelStartImage', 'labelEnd', 'htmlText', 'autolink', 'setextUnderline'],
    },
  },
];

/** The guide as a flat list of blocks. It is read in pieces, which bounds the time for each. */
export function toBlocks(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  for (const chunk of chunksOf(lines)) {
    const tree = fromMarkdown(chunk.map(({ text }) => text).join('\n'), {
      extensions: EXTENSIONS,
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    const reader = new ChunkReader(chunk);
    for (const node of tree.children) blocks.push(...reader.blocksOf(node));
  }
  return withRoles(blocks);
}

/** The number of lines parsed at once: a separate text for each heading would cost as much again as its words. */
const AT_ONCE = 100;

/** Cuts at headings, and always where a heading may belong to the HTML or list above it. */
function* chunksOf(lines: Line[]): Generator<Line[]> {
  let start = 0;
  let mixed = false;
  for (const [index, { text, fenced }] of lines.entries()) {
    const isHeading = !fenced && isHeadingLine(text);
    if (index > start && isHeading && (mixed || index - start >= AT_ONCE || !text.startsWith('#'))) {
      yield lines.slice(start, index);
      start = index;
      mixed = false;
    }
    mixed ||= fenced || text.includes('<');
  }
  yield lines.slice(start);
}

const BACK =
  /^[^\p{L}]*\[[^\p{L}]*(?:back to|up|top|contents|nach oben|наверх|к оглавлению|volver|retour)[^[\]]{0,30}\]\(#[^()\s]*\)[^\p{L}]*$/iu;
const LEADS_INSIDE = /^\[.*\]\(#[^)]*\)$/;

class ChunkReader {
  constructor(private readonly lines: Line[]) {}

  blocksOf(node: RootContent): Block[] {
    const span = this.spanOf(node);
    switch (node.type) {
      case 'paragraph':
        return BACK.test(textOf(node))
          ? [{ kind: 'rule', ...span, reason: 'a link back to the top' }]
          : this.textOf(toRuns(node.children), span, (at) => this.numberOf(node, at));
      case 'heading': {
        const { text, id } = takeId(plain(toRuns(node.children)));
        return [
          { kind: 'heading', ...span, depth: node.depth, title: text.replace(/^`([^`]*)`$/, '$1'), id },
        ];
      }
      case 'list':
        return [this.listOf(node, span)];
      case 'table':
        return [this.tableOf(node, span)];
      case 'code':
        return [{ kind: 'code', ...span, value: node.value, language: node.lang?.toLowerCase() ?? null }];
      case 'blockquote':
        return node.children.flatMap((child) => this.blocksOf(child));
      case 'thematicBreak':
        return [{ kind: 'rule', ...span, reason: 'a line between two parts' }];
      case 'html':
        return /^<!--[\s\S]*-->$/.test(node.value.trim())
          ? [{ kind: 'rule', ...span, reason: 'a remark by the author' }]
          : [rawText(node.value, span)];
      case 'definition':
        return [rawText(`[${node.label ?? node.identifier}]: ${node.url}`, span)];
      default:
        return [rawText(textOf(node), span)];
    }
  }

  private textOf(runs: Run[], span: Span, lineOf: (at: number) => number): Block[] {
    const topic = belowTopic(runs);
    if (topic) {
      const { head, rest } = topic;
      const below: Span = { line: lineOf(1), end: span.end };
      const title: Block = { kind: 'text', line: span.line, end: span.line, runs: head, asks: null };
      return [title, ...this.textOf(rest, below, (at) => lineOf(at + 1))];
    }
    const told = aboveTold(runs);
    if (told)
      return [
        {
          kind: 'list',
          line: span.line,
          end: lineOf(told.lines - 1),
          ordered: false,
          items: lineItems(told.head, lineOf),
        },
        ...this.textOf(told.rest, { line: lineOf(told.lines), end: span.end }, (at) =>
          lineOf(told.lines + at),
        ),
      ];
    const asked = levelledLines(runs, span, lineOf) ?? askedLines(runs, span, lineOf);
    return asked ? [asked] : paragraphParts(runs, span, lineOf);
  }

  private listOf(node: List, span: Span): Block {
    const items = node.children
      .map((child) => this.itemOf(child))
      .filter((item) => plain(item.runs) !== '' || item.blocks.length > 0);
    return { kind: 'list', ...span, ordered: node.ordered === true, items };
  }

  private itemOf(node: ListItem): Item {
    const span = this.spanOf(node);
    const written = this.lines[(node.position?.start.line ?? 1) - 1]?.text ?? '';
    const number = /^\s*(?:[-*+]\s+)*(\d{1,9})[.)]/.exec(written)?.[1] ?? null;
    const [first, ...others] = node.children;
    if (first?.type !== 'paragraph')
      return {
        ...span,
        number,
        leadsInside: false,
        box: null,
        runs: [],
        blocks: node.children.flatMap((child) => this.blocksOf(child)),
      };
    return {
      ...span,
      number,
      leadsInside: LEADS_INSIDE.test(textOf(first).trim()),
      ...withoutBox(toRuns(first.children)),
      blocks: others.flatMap((child) => this.blocksOf(child)),
    };
  }

  private tableOf(node: Table, span: Span): Block {
    const [head, ...rows] = node.children.map((row) => ({
      ...this.spanOf(row),
      cells: row.children.map(({ children }) => toRuns(children)),
      leadsInside: row.children.some((cell) => LEADS_INSIDE.test(textOf(cell).trim())),
    }));
    return { kind: 'table', ...span, head: head?.cells ?? [], rows };
  }

  private spanOf(node: { position?: { start: { line: number }; end: { line: number } } }): Span {
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
    const [first, last] = [this.lines[start.line - 1], this.lines[end.line - 1]];
    return { line: first?.no ?? 1, end: last?.end ?? last?.no ?? first?.no ?? 1 };
  }

  /** The source's line of the line `at` (from 0) of a paragraph. */
  private numberOf(node: { position?: { start: { line: number } } }, at: number): number {
    const start = node.position?.start.line ?? 1;
    return this.lines[start - 1 + at]?.no ?? this.lines.at(-1)?.no ?? 1;
  }
}

export function rawText(text: string, span: Span): Block {
  return { kind: 'text', ...span, runs: [{ text, style: 'plain' }], asks: null };
}

function withoutBox(runs: Run[]): Pick<Item, 'runs' | 'box'> {
  const box = /^\[([ xX])\](?:\s+|$)/.exec(runs[0]?.text ?? '');
  return box ? { runs: runsFrom(runs, box[0].length), box: box[1] !== ' ' } : { runs, box: null };
}

/** Whether a paragraph has only bold words. */
export function isBoldLine(block: Block): boolean {
  return block.kind === 'text' && block.runs.every((run) => run.style === 'strong' || run.text.trim() === '');
}

/** Everything that a block says, as plain text; list items on separate lines. */
export function textIn(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'label':
      return block.title;
    case 'text':
      return plain(block.runs);
    case 'list':
      return block.items.map((item) => itemText(item)).join('\n');
    case 'table':
      return [block.head, ...block.rows.map(({ cells }) => cells)]
        .map((cells) => cells.map(plain).join(' | '))
        .join('\n');
    case 'code':
      return block.value;
    case 'rule':
      return '';
  }
}

function itemText(item: Item): string {
  return ['- ', plain(item.runs), ...item.blocks.map((block) => `\n${textIn(block)}`)].join('').trimEnd();
}
