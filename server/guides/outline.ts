import { asksOutright, endsAsQuestion, isExerciseTitle, isQuestionNumbered } from './asking';
import { type Block, type BlockOf, type Item, isBoldLine, type Span } from './blocks';
import { type Label, labelOf, plainLabelOf } from './labels';
import { CONTENTS_TITLE } from './language';
import { plain, type Run } from './runs';

export type Heading = BlockOf<'heading'>;

/** A heading with what is below it. The root (depth 0) has what is below the title or above all headings. */
export interface Section extends Span {
  depth: number;
  title: string;
  id: string | null;
  blocks: Block[];
  children: Section[];
}

export interface Outline {
  root: Section;
  title: { text: string; line: number } | null;
  /** Entries of tables of contents. */
  contents: Span[];
}

/** The flat blocks below their headings. `titled`: the title is elsewhere, so that headings of the first level are groups. */
export function toOutline(blocks: Block[], titled: boolean): Outline {
  const flat: Section[] = [{ line: 1, end: 1, depth: 0, title: '', id: null, blocks: [], children: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading') flat.at(-1)?.blocks.push(block);
    else if (block.title === '')
      flat.at(-1)?.blocks.push({ ...block, kind: 'rule', reason: 'a heading without words' });
    else if (tells(block)) flat.at(-1)?.blocks.push(asText(block));
    else flat.push({ ...block, blocks: [], children: [] });
  }
  const contents: Span[] = [];
  for (const section of flat) section.blocks = withoutEntries(section, contents);
  return { ...nest(flat, titled), contents };
}

/** A heading as long as a paragraph is not a heading. */
function tells({ title }: Heading): boolean {
  return title.length > 200 && !asksOutright(title);
}

function asText({ line, end, title }: Heading): Block {
  return { kind: 'text', line, end, runs: [{ text: title, style: 'plain' }], asks: null };
}

function nest(flat: Section[], titled: boolean): Pick<Outline, 'root' | 'title'> {
  const [root, ...headings] = flat;
  if (!root) throw new Error('an outline has a root');
  const title = titleAmong(headings, titled);
  const path: Section[] = [root];
  for (const section of headings) {
    if (section === title) {
      root.blocks.push(...section.blocks);
      path.length = 1;
      continue;
    }
    // "Answer" may be a larger heading than the question.
    const last = path.at(-1) ?? root;
    const named = labelOf(section.title);
    const isAnswer =
      (ANSWER.test(section.title) || (named && OF_QUESTION.includes(named))) && holdsItem(last);
    while (!isAnswer && path.length > 1 && (path.at(-1)?.depth ?? 0) >= section.depth) path.pop();
    const parent = path.at(-1) ?? root;
    const label = holdsItem(parent) ? headingLabel(section) : null;
    if (label) {
      parent.blocks.push(...label, ...section.blocks);
    } else {
      parent.children.push(section);
      path.push(section);
    }
  }
  return { root, title: title ? { text: title.title, line: title.line } : null };
}

const OF_QUESTION: readonly Label[] = ['points', 'weakAnswers', 'followUps'];
const ANSWER =
  /^(?:(?:correct|sample|model) )?(?:answer|solution|antwort|lösung|réponse|respuesta|ответ|答案|解答)\b(?!s)/iu;

/** A heading that is a label with a value after its colon, as in "Answer: B". */
export function headingLabel({ line, end, title }: Span & { title: string }): Block[] | null {
  const label = labelOf(title);
  if (label) return [{ kind: 'label', line, end, label, title }];
  const found = plainLabelOf(title);
  if (!found) return null;
  const runs: Run[] = [{ text: title.slice(found.to), style: 'plain' }];
  return [
    { kind: 'label', line, end, label: found.label, title: found.title },
    { kind: 'text', line, end, runs, asks: null },
  ];
}

function titleAmong(headings: Section[], titled: boolean): Section | null {
  const titles = headings.filter(({ title }) => !CONTENTS_TITLE.test(title));
  const tops = titles.filter(({ depth }) => depth === 1);
  if (tops[0]) return (titled && tops.length > 1) || isQuestionNumbered(tops[0].title) ? null : tops[0];
  const [top, ...others] = titles;
  return top && others.length > 0 && others.every(({ depth }) => depth > top.depth) ? top : null;
}

/** Whether a heading below this one can be a part of a question or exercise, such as `#### Follow-ups`. */
function holdsItem({ title, blocks }: Section): boolean {
  const asks =
    isExerciseTitle(title) || isQuestionNumbered(title) || endsAsQuestion(title) || asksOutright(title);
  return asks || blocks.some((block) => (block.kind === 'text' && block.asks !== null) || endsAsking(block));
}

/** Whether a list's last item is a question. */
function endsAsking(block: Block): boolean {
  const last = block.kind === 'list' ? block.items.at(-1) : undefined;
  return last !== undefined && endsAsQuestion(plain(last.runs));
}

/** Without the entries of tables of contents. A link below a question is a key point of it, unless it leads back. */
function withoutEntries(section: Section, contents: Span[]): Block[] {
  const { title, blocks } = section;
  if (CONTENTS_TITLE.test(title)) return besideContents(blocks, contents);
  return dropEntries(
    blocks,
    isQuestionNumbered(title) ? 'sure' : asksOutright(title) ? 'plain' : null,
    contents,
  );
}

type Strength = 'sure' | 'bold' | 'plain' | null;

function dropEntries(blocks: Block[], asked: Strength, contents: Span[]): Block[] {
  let strength = asked;
  let byText = false;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'text' && block.asks) {
      strength = block.asks.strength;
      byText = true;
    }
    if (
      block.kind === 'table' &&
      block.rows.length > 0 &&
      block.rows.every(({ leadsInside }) => leadsInside)
    ) {
      contents.push(block);
      return [];
    }
    if (block.kind !== 'list') return [block];
    // "What is in here?" may be above a table of contents.
    const isTable = strength === null || block.items.every(({ leadsInside }) => leadsInside);
    if (strength === 'sure' || !isTable) {
      const back = block.items.filter(leadsBack);
      contents.push(...back);
      return [{ ...block, items: block.items.filter((item) => !back.includes(item)) }];
    }
    const left = withoutLinks(block, contents);
    // An emptied list below a text that asks still shows that the text was a question.
    return left.length === 0 && byText ? [{ ...block, items: [] }] : left;
  });
}

/** "Back to top", as many lists of questions end. */
function leadsBack({ leadsInside, runs }: Item): boolean {
  return leadsInside && /\b(?:back|top|up|contents)\b|^[^\p{L}\p{N}]*$/iu.test(plain(runs));
}

function withoutLinks(block: Block, contents: Span[]): Block[] {
  if (block.kind !== 'list') return [block];
  const items = block.items.flatMap((item) => {
    if (!item.leadsInside && asksOutright(plain(item.runs))) return [item];
    const blocks = item.blocks.flatMap((inner) => withoutLinks(inner, contents));
    if (!item.leadsInside || blocks.length > 0) return [{ ...item, blocks }];
    contents.push({ line: item.line, end: item.line });
    return [];
  });
  return items.length > 0 ? [{ ...block, items }] : [];
}

/** What is below a heading such as "Contents" besides the table itself. Its entries need not be links. */
function besideContents(blocks: Block[], contents: Span[]): Block[] {
  const rest = dropEntries(blocks, null, contents);
  if (rest.length < blocks.length) return rest;
  const asked = rest.findIndex((block) => block.kind === 'text' && block.asks !== null);
  const isTable = (block: Block | undefined, at: number) =>
    (block?.kind === 'list' || block?.kind === 'table') && !holdsAnswers(block) && (asked < 0 || at < asked);
  // The table may have parts, each below its title.
  const isTitle = (block: Block, at: number) =>
    (block.kind === 'label' || isBoldLine(block)) && isTable(rest[at + 1], at + 1);
  return rest.filter((block, at) => {
    const isEntry = isTable(block, at) || isTitle(block, at);
    if (isEntry) contents.push(block);
    return !isEntry;
  });
}

/** Questions with key points, which no table of contents has. */
function holdsAnswers(block: Block): boolean {
  return (
    block.kind === 'list' &&
    block.items.every(({ runs, blocks }) => asksOutright(plain(runs)) && blocks.length > 0)
  );
}
