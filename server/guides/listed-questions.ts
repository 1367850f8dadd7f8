import { asksOn } from './asked-below';
import { askingOf, asksInShape, asksOutright, endsAsQuestion, takeId, withoutNumber } from './asking';
import { type Block, type BlockOf, type Item, textIn } from './blocks';
import { labelOf } from './labels';
import { isShort } from './line-lists';
import { type OpenItem, openItem, type Place } from './open-item';
import { isOptions, isTicked } from './options';
import { askedIn } from './paragraphs';
import { plain, runsFrom, runsUntil, tidy, written } from './runs';

type List = BlockOf<'list'>;

/** The list directly below, or the list below a label "Key points". */
export function listBelow([next, after]: Block[]): List | null {
  const list = next?.kind === 'label' && next.label === 'points' ? after : next;
  return list?.kind === 'list' ? list : null;
}

export function questionOf(item: Item, list: Block | null): OpenItem {
  if (namesQuestion(item)) return belowLabel(item, list);
  const asked =
    boldHead(item, list) ?? lineHead(item, list) ?? italicTail(item, list) ?? askedIn(item.runs, item);
  const runs = asked?.runs ?? item.runs;
  const { text, id } = takeId(plain(runs));
  const asks = askingOf(runs);
  const byShape = list?.kind === 'list' && list.role === 'asked' && !asks && !asksInShape(text);
  const given = {
    text: asks?.text ?? withoutNumber(text),
    id: asks?.id ?? id,
    number: item.number,
    list,
    byShape,
  };
  const blocks = [...(asked?.blocks ?? []), ...item.blocks];
  return openItem('question', { line: item.line, end: item.end }, { ...given, blocks });
}

/** `1. **Question:**` with the words below it. */
function namesQuestion({ runs, blocks }: Item): boolean {
  return blocks.length > 0 && labelOf(plain(runs)) === 'question';
}

function belowLabel({ line, end, number, blocks: [words, ...blocks] }: Item, list: Block | null): OpenItem {
  const text = words ? textIn(words).replace(/^- /gm, '').replaceAll('\n', ' / ') : '';
  return openItem('question', { line, end }, { text, id: null, number, list, blocks });
}

/** Where other items have a question in bold above or beside their answer, what is in bold is the question. */
function boldHead(
  { line, end, runs }: Item,
  list: Block | null,
): { runs: Item['runs']; blocks: Block[] } | null {
  const isHeaded = (own: Item['runs']) =>
    own[0]?.style === 'strong' && BEHIND_HEAD.test(written(own.slice(1)));
  if (list?.kind !== 'list' || !isHeaded(runs)) return null;
  const alike = countOf('bold', list, (own) => isHeaded(own) && asksOutright(plain(own.slice(0, 1))));
  const behind = runsFrom(runs.slice(1), BEHIND_HEAD.exec(written(runs.slice(1)))?.[0].length ?? 0);
  if (alike * 2 < list.items.length || asksInShape(plain(behind))) return null;
  return { runs: runs.slice(0, 1), blocks: [{ kind: 'text', line, end, runs: behind, asks: null }] };
}

/** Where most items have a line below the one that asks, so have the others. */
function lineHead(
  { line, end, runs }: Item,
  list: Block | null,
): { runs: Item['runs']; blocks: Block[] } | null {
  const endOf = (own: Item['runs']) => written(own).indexOf('\n');
  const at = endOf(runs);
  if (list?.kind !== 'list' || list.items.length < 3 || at < 0 || !isShort(written(runs).split('\n')))
    return null;
  const alike = countOf(
    'lines',
    list,
    (own) => endOf(own) > 0 && asksInShape(plain(runsUntil(own, endOf(own)))),
  );
  const behind = runsFrom(runs, at + 1);
  if (alike * 2 < list.items.length || asksInShape(plain(behind))) return null;
  return { runs: runsUntil(runs, at), blocks: [{ kind: 'text', line, end, runs: behind, asks: null }] };
}

/** Where most items end with words in italics, those say what counts. */
function italicTail(
  { line, end, runs }: Item,
  list: Block | null,
): { runs: Item['runs']; blocks: Block[] } | null {
  const tailOf = (own: Item['runs']) => {
    const last = own.findLastIndex(({ text }) => text.trim() !== '');
    return last > 0 && own[last]?.style === 'em' && tidy(own[last].text).split(' ').length > 2 ? last : -1;
  };
  const at = tailOf(runs);
  if (list?.kind !== 'list' || at < 0 || !asksOutright(plain(runs.slice(0, at)))) return null;
  if (countOf('italics', list, (own) => tailOf(own) > 0) * 2 <= list.items.length) return null;
  const behind = runs.slice(at);
  if (asksInShape(plain(behind))) return null;
  return { runs: runs.slice(0, at), blocks: [{ kind: 'text', line, end, runs: behind, asks: null }] };
}

const COUNTS = new WeakMap<List, Map<string, number>>();

/** How many items of a list are so, counted once: each of them asks. */
function countOf(what: string, list: List, test: (runs: Item['runs']) => boolean): number {
  const counts = COUNTS.get(list) ?? new Map<string, number>();
  COUNTS.set(list, counts);
  const known = counts.get(what) ?? list.items.filter(({ runs }) => test(runs)).length;
  counts.set(what, known);
  return known;
}

const BEHIND_HEAD = /^\s*(?:\n|[-–—:]\s)\s*(?=\S)/;

const HEADS = new WeakMap<Item, Asked>();

/** The words of an item that may be a question, read once. */
function headOf(item: Item): Asked {
  const known = HEADS.get(item);
  if (known) return known;
  const asked = askedIn(item.runs, item);
  const runs = asked?.runs ?? item.runs;
  const [below] = asked?.blocks ?? [];
  const head = {
    runs,
    // Above a label such as "Answer:", its shape is enough.
    outright: (below?.kind === 'label' && below.label === 'points') || asksOutright(takeId(plain(runs)).text),
    sure: namesQuestion(item) || askingOf(runs)?.strength === 'sure',
  };
  HEADS.set(item, head);
  return head;
}

type Asked = { runs: Item['runs']; outright: boolean; sure: boolean };
const asks = (item: Item) => headOf(item).outright;
/** In a list of questions, a task may introduce its code. */
const asksBesideOthers = (item: Item) =>
  asks(item) || asksInShape(takeId(plain(headOf(item).runs)).text.replace(/[:：]$/, ''));
const isSure = (item: Item) => headOf(item).sure;
const holdsList = (item: Item) => item.blocks.some(({ kind }) => kind === 'list');

/** The items of a list that are questions themselves, rather than the key points of one. */
export function questionsAmong(list: List, { open, strict, bare, next }: Place): Item[] {
  const { items, ordered, role } = list;
  if (role === 'observed') return items.filter(isSure);
  if (role === 'asked' && (!open || (open.list?.kind === 'list' && open.list.role === 'asked'))) return items;
  if (isOptions(list) || (open && isTicked(items))) return [];
  if (items.some(isSure))
    return items.filter((item) => isSure(item) || asks(item) || ordered || holdsList(item));
  if (open && (goesOn(open, list) || beginsAnew(open, list))) return items;
  const shaped = items.filter(asksBesideOthers);
  if (open && isAnother(open, list)) return shaped;
  const nested = items.some(holdsList);
  const marked = items.every((item) => endsAsQuestion(takeId(plain(item.runs)).text));
  const asking = items.filter(asks);
  const most = asking.length * 3 >= items.length * 2;
  if (open?.blocks.every(({ kind }) => kind !== 'list')) return marked && nested ? items : [];
  const led =
    asking.length === items.length && !strict && next[0]?.kind === 'text' ? next[1] : listBelow(next);
  const single = items.length === 1 && led?.kind === 'list' && !led.ordered;
  if (ordered && (marked || single)) return asking.length > 0 || single ? items : [];
  // Where questions are in bold or have a Q, the steps listed below one are its key points.
  if (nested && most && (!open || !strict || marked)) return items;
  if (ordered && nested && !strict && !open && (bare || asking.length > 0))
    return asking.length > 0 ? items : [];
  if (open || strict || !bare) return [];
  if (most || (asking.length * 3 >= items.length && shaped.length * 3 >= items.length * 2))
    return most || shaped.length === items.length ? items : shaped;
  return asking.length * 2 >= items.length ? shaped : [];
}

/** Whether a numbered list counts from 1 again, as in the next section of a guide without headings. */
function beginsAnew({ list: own, blocks }: OpenItem, list: List): boolean {
  const isNext = own?.kind === 'list' && own.ordered && list.ordered && list.line > own.end;
  return isNext && list.items[0]?.number === '1' && blocks.length > 0 && asksOn(list);
}

/** Whether a list is a list of questions, like that of the open question: half of its items ask. */
function isAnother({ list: own }: OpenItem, { items }: List): boolean {
  const several = own?.kind === 'list' && own.items.length > 1 && items.length > 1;
  return several && items.filter(asks).length * 2 >= items.length;
}

/** Whether a list continues the numbered list of the open question, which other text cut in two. */
export function goesOn({ number, list }: OpenItem, { ordered, items }: List): boolean {
  const [first, ...others] = items;
  if (!ordered && list?.kind === 'list' && !list.ordered) return items.every(asks);
  const last = list?.kind === 'list' ? list.items.at(-1)?.number : null;
  if (ordered && last && Number(first?.number) === Number(last) + 1) return true;
  if (number === null || !ordered || !first?.number) return false;
  if (Number(first.number) === Number(number) + 1) return true;
  // Markdown counts automatically: some people write "1." before each item.
  return [first, ...others].every((item) => item.number === number && asks(item));
}
