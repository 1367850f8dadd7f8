import { asksInShape, asksOutright, isQuestionNumbered, withoutNumber } from './asking';
import { type Block, type Item, isBoldLine, type Span } from './blocks';
import { labelOf } from './labels';
import { BEGINS_WITH_TASK } from './language';
import { askedLines } from './line-lists';
import { plain, type Run } from './runs';

/** The blocks with questions recognised by shape alone, and where those are. */
export interface Earnest {
  blocks: Block[];
  asked: { span: Span; text: string }[];
}

/**
 * For a guide in which nothing asks outright, such as a list of tasks ("1. Design a URL shortener"): list items count
 * as questions where most of them begin like a question or a task, and headings and lines where several do.
 */
export function inEarnest(blocks: readonly Block[]): Earnest {
  const asked: Earnest['asked'] = [];
  const headings = blocks.filter((block) => block.kind === 'heading' && mayAsk(block.title));
  const lines = blocks.filter((block) => block.kind === 'text' && shortLine(block) !== null);
  const take = (span: Span, text: string) => void asked.push({ span, text });
  const read = blocks.map((written): Block => {
    const { line, end } = written;
    const list =
      written.kind === 'text' ? askedLines(written.runs, { line, end }, (at) => line + at, 0) : null;
    const block = list ?? written;
    if (
      block.kind === 'heading' &&
      headings.includes(block) &&
      (headings.length > 1 || isTask(block.title))
    ) {
      take({ line, end: line }, block.title);
      return { ...block, title: `Q: ${block.title}` };
    }
    if (block.kind === 'text' && lines.length > 1 && lines.includes(block)) {
      const text = plain(block.runs);
      take({ line, end: line }, text);
      return { ...block, asks: { text, id: null, strength: 'sure' } };
    }
    if (block.kind !== 'list') return block;
    const shaped = block.items.filter((item) => asksInShape(plain(item.runs)));
    const most = shaped.length > 1 && shaped.length * 3 >= block.items.length * 2;
    const asking = block.items.filter((item) => asksOutright(plain(item.runs)));
    if (!most && asking.length === 0) return block;
    const marked = new Set(most ? block.items : shaped);
    return {
      ...block,
      items: block.items.map((item): Item => (marked.has(item) ? mark(item, take) : item)),
    };
  });
  return {
    blocks: asked.length > 0 ? read : read.flatMap((block) => [block, ...hoisted(block, take)]),
    asked,
  };
}

type Take = (span: Span, text: string) => void;

function mark(item: Item, take: Take): Item {
  if (isQuestionNumbered(plain(item.runs))) return item;
  take({ line: item.line, end: item.line }, plain(item.runs));
  return { ...item, runs: [MARK, ...item.runs] };
}

/** Items within items that ask, as a list of their own. */
function hoisted(block: Block, take: Take): Block[] {
  if (block.kind !== 'list') return [];
  const inner = (items: readonly Item[]): Item[] =>
    items.flatMap(({ blocks }) =>
      blocks.flatMap((own) =>
        own.kind === 'list'
          ? [...own.items.filter((item) => asksOutright(plain(item.runs))), ...inner(own.items)]
          : [],
      ),
    );
  const items = inner(block.items).map((item) => mark({ ...item, blocks: [] }, take));
  return items.length === 0 ? [] : [{ ...block, ordered: false, items }];
}

/** "How to use this" introduces what is below it. */
function mayAsk(title: string): boolean {
  const words = title.replace(/[:：]$/, '');
  if (words !== title && isTask(words)) return false;
  return asksInShape(words) && !/^\p{L}+ (?:to|we|i|they|this)\b/iu.test(withoutNumber(words));
}

function isTask(title: string): boolean {
  return BEGINS_WITH_TASK.test(withoutNumber(title));
}

const MARK: Run = { text: 'Q: ', style: 'plain' };

/** A paragraph of one short line that has the shape of a question. */
function shortLine(block: Block): string | null {
  if (block.kind !== 'text' || isBoldLine(block)) return null;
  const text = plain(block.runs);
  return text.length <= 200 && labelOf(text) === null && asksInShape(text) ? text : null;
}
