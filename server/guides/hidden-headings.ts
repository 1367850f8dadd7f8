import { asksOutright, isExerciseTitle, takeId } from './asking';
import { type Block, type Item, isBoldLine } from './blocks';
import { labelOf } from './labels';
import { LEVEL_TITLE } from './language';
import { listBelow } from './listed-questions';
import type { Section } from './outline';
import { askedIn } from './paragraphs';
import { plain } from './runs';
import { isCapitalTitle } from './title-lines';

/** Turns what serves as a heading in a section into a heading. */
export function withHiddenHeadings(section: Section): Section {
  return withHeadingLines(withHeadingItems(section));
}

/**
 * Words on a line of their own, in bold or directly above a list of questions, serve as headings in a section that
 * begins with one, has several of them and has no other headings.
 */
function withHeadingLines(section: Section): Section {
  const { blocks } = section;
  const topics = topicsAmong(blocks);
  const starts = blocks.flatMap((block, at) =>
    topics.includes(block) || isHeadingLine(block, blocks.slice(at + 1, at + 4)) ? [at] : [],
  );
  const [first] = starts;
  if (first === undefined) return section;
  const asked = blocks.findIndex(
    (block) => (block.kind === 'text' && block.asks !== null) || listsQuestions(block),
  );
  if (topics.length === 0 && (starts.length < 2 || (asked >= 0 && first > asked))) return section;
  const children = starts.map((start, index): Section => {
    const block = blocks[start];
    const below = blocks.slice(start + 1, starts[index + 1]);
    return childOf(section, { block: block ?? section, text: block ? titleIn(block) : '', blocks: below });
  });
  return { ...section, blocks: blocks.slice(0, first), children: [...children, ...section.children] };
}

/**
 * Short words in bold between questions in bold, and lines in capitals above questions, name what follows. Where one is at the
 * end, they are what the questions above them want to hear.
 */
function topicsAmong(blocks: Block[]): Block[] {
  const isTopic = (block: Block) => isBoldLine(block) && isShortTitle(titleIn(block));
  const last = blocks.at(-1);
  const firstAsked = blocks.findIndex((block) => isBoldLine(block) && asksAlone(block));
  const between =
    last && isTopic(last)
      ? []
      : blocks.filter((block, at) => {
          const next = blocks[at + 1];
          const isBelow = firstAsked >= 0 && firstAsked < at;
          return isBelow && isTopic(block) && next !== undefined && isBoldLine(next) && asksAlone(next);
        });
  const inCapitals = blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return isCapitalTitle(titleIn(block)) && next !== undefined && (asksAlone(next) || listsAsked(next));
  });
  return [...between, ...inCapitals, ...plainTopics(blocks)];
}

/**
 * Short lines alone, where questions follow each other without a mark. If each question had such a line below it, they would
 * be answers.
 */
function plainTopics(blocks: Block[]): Block[] {
  const last = blocks.at(-1);
  const isTopic = (block: Block) =>
    block.kind === 'text' && isShortTitle(titleIn(block)) && titleIn(block).split(' ').length <= 4;
  const isAsked = (block: Block | undefined) =>
    block !== undefined && (asksAlone(block) || listsQuestions(block));
  const topics = blocks.filter((block, at) => isTopic(block) && isAsked(blocks[at + 1]));
  const [first] = topics;
  const isSpaced =
    blocks.some((block, at) => isAsked(block) && isAsked(blocks[at + 1])) || blocks.some(listsAnswered);
  const begins = first !== undefined && !blocks.slice(0, blocks.indexOf(first)).some(isAsked);
  return topics.length > 1 && begins && isSpaced && last && !isTopic(last) ? topics : [];
}

/** Numbered questions, each with its answer inside. */
function listsAnswered(block: Block): boolean {
  return (
    listsQuestions(block) &&
    block.kind === 'list' &&
    block.items.every((item) => item.blocks.length > 0 || askedIn(item.runs, item) !== null)
  );
}

function isShortTitle(text: string): boolean {
  return text !== '' && text.length <= 60 && !/[.!?;,。]$/.test(text) && !isExerciseTitle(text);
}

function asksAlone(block: Block): boolean {
  if (block.kind !== 'text') return false;
  return (block.asks !== null && block.asks.strength !== 'plain') || asksOutright(plain(block.runs));
}

function listsAsked(block: Block): boolean {
  return block.kind === 'list' && (listsWhatIsAsked(block.items, true) || listsMostly(block.items));
}

/** With the three blocks below it. */
function isHeadingLine(block: Block, [next, ...after]: Block[]): boolean {
  const text = titleIn(block);
  if (text === '' || text.length > 60 || isExerciseTitle(text)) return false;
  if (
    next?.kind === 'list' &&
    next.role !== 'observed' &&
    !/[.!;,]$|[:：]\s*\S/.test(text) &&
    (listsWhatIsAsked(next.items, isBold(block)) || listsMostly(next.items))
  )
    return true;
  if (!isBold(block) || !next) return false;
  const asks = next.kind === 'text' ? next.asks : null;
  return asks?.strength === 'sure' || (listBelow(after) !== null && (asks !== null || listsQuestions(next)));
}

/** Numbered questions whose key points are separate lists. */
function listsQuestions(block: Block): boolean {
  return (
    block.kind === 'list' &&
    block.ordered &&
    block.items.every((item) => asksOutright(plain(askedIn(item.runs, item)?.runs ?? item.runs)))
  );
}

/** The words of a block that may be a heading: text that asks nothing ("How we work"), or the author's own label. */
function titleIn(block: Block): string {
  if (block.kind === 'label') return labelOf(block.title) ? '' : block.title;
  if (block.kind !== 'text') return '';
  const text = plain(block.runs);
  const isTitle =
    !block.asks || (block.asks.strength === 'bold' && !/[.!]$/.test(text) && !asksOutright(text));
  return isTitle ? text : '';
}

function isBold(block: Block): boolean {
  return block.kind === 'label' || isBoldLine(block);
}

/** A list whose items contain questions and ask nothing themselves. */
function withHeadingItems(section: Section): Section {
  const lists = section.blocks.flatMap((block) => (block.kind === 'list' ? [block] : []));
  const [list] = lists;
  if (!list || lists.length > 1 || list.items.length === 0 || !headsItsItems(list.items)) return section;
  const children = list.items.map(({ line, runs, blocks }) =>
    childOf(section, { block: { line, end: line }, text: plain(runs), blocks }),
  );
  const blocks = section.blocks.filter((block) => block !== list);
  return { ...section, blocks, children: [...children, ...section.children] };
}

/** Each item is a topic that lists its questions. Some topics may be questions themselves. */
function headsItsItems(items: Item[]): boolean {
  const asking = items.filter(({ runs }) => asksOutright(plain(runs))).length;
  return asking * 2 < items.length && items.every(isHeadingItem);
}

function isHeadingItem({ runs, blocks }: Item): boolean {
  const [inner, ...others] = blocks;
  const isTitle = plain(runs) !== '' && labelOf(plain(runs)) === null;
  return (
    isTitle &&
    others.length === 0 &&
    inner?.kind === 'list' &&
    (listsWhatIsAsked(inner.items, true) || listsMostly(inner.items))
  );
}

/** Several items, of which half ask: key points are never like that. */
function listsMostly(items: Item[]): boolean {
  return items.length > 1 && items.filter(({ runs }) => asksOutright(plain(runs))).length * 2 >= items.length;
}

/** `bare`: even if none has its own list. */
function listsWhatIsAsked(items: Item[], bare: boolean): boolean {
  const holdsList = (item: Item) => item.blocks.some(({ kind }) => kind === 'list');
  return items.every((item) => asksOutright(plain(item.runs))) && (bare || items.some(holdsList));
}

function childOf(
  section: Section,
  { block, text, blocks }: { block: { line: number; end: number }; text: string; blocks: Block[] },
): Section {
  const { text: title, id } = takeId(text.replace(/[:：]$/, ''));
  // The questions below "Easy" and "Hard" belong to the competency above both.
  const named =
    section.depth > 0 && LEVEL_TITLE.test(title) ? { title: section.title, id: section.id } : { title, id };
  return { line: block.line, end: block.line, depth: section.depth + 1, ...named, blocks, children: [] };
}
