import { type Block, type BlockOf, type Item, textIn } from './blocks';
import type { Label } from './labels';
import { SCENARIO_TITLE } from './language';
import type { OpenItem, Place, Role } from './open-item';
import { RECOGNISERS } from './recognisers';
import { fitsAbove } from './scenario';

/** The blocks below a heading cut into items; `preface` is what precedes them, `out` what is left out, and why. */
export interface SplitBlocks {
  preface: Block[];
  items: OpenItem[];
  out: { block: Block; reason: string }[];
  /** Lists below several bare questions. They are in the preface. */
  shared: BlockOf<'list'>[];
  /** Items of lists of questions that do not ask. */
  others: Item[];
}

/** `heading`: the item in the heading above. `bare`: questions need no key points. */
export function splitItems(
  blocks: Block[],
  { heading, bare = true }: { heading?: OpenItem; bare?: boolean } = {},
): SplitBlocks {
  const split: SplitBlocks = {
    preface: [],
    items: heading ? [heading] : [],
    out: [],
    shared: [],
    others: [],
  };
  const sure = blocks.filter((block, at) => isSure(block, blocks.slice(at + 1, at + 3))).length;
  const shared = {
    // If as many paragraphs ask in plain words above a list, that is how the guide asks.
    strict: sure > 0 && sure >= plainAskers(blocks),
    bare,
    askers: askersIn(blocks),
  };
  let label = false;
  /** What precedes a question and describes it, such as its category. */
  let before: Block[] = [];
  /** What the candidate is told before a question. */
  let told: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) continue;
    const introduced = introducing(blocks, at);
    if (introduced > 0) {
      before = blocks.slice(at, at + introduced);
      at += introduced - 1;
      continue;
    }
    const telling = scenarioAt(blocks, at);
    if (telling > 0) {
      told = blocks.slice(at, at + telling);
      at += telling - 1;
      continue;
    }
    const open = split.items.at(-1) ?? null;
    // Directly below the key points of a question, it is the next question, however the others are written.
    const follows = open?.blocks.some(({ kind }) => kind === 'list') === true;
    const labelled = label && !(follows && blocks[at - 1]?.kind !== 'label');
    const next = blocks.slice(at + 1, at + 3);
    const role = roleOf(block, { ...shared, next, open, follows, label: labelled });
    if (role.as === 'out') split.out.push({ block, reason: role.reason });
    else if (role.as === 'items') {
      const [first] = role.items;
      first?.blocks.unshift(...before);
      if (first) tellBefore(first, told, split);
      told = [];
      before = [];
      split.items.push(...role.items);
      split.others.push(...role.others);
      label = false;
      // A label such as "Question:" names the block below it.
      if (block.kind === 'label') at += 1;
    } else {
      const isNamed = role.as === 'label' && !(block.kind === 'label' && block.label === 'notes');
      if (!open || (!isNamed && !label && isOfAll(open, [block, ...next], split.items))) keep(block, split);
      else {
        label ||= role.as === 'label';
        open.blocks.push(block);
      }
    }
  }
  return split;
}

/** Below a list of questions with nothing below each of them, a text or a list belongs to none of them alone. */
function isOfAll({ list, number }: OpenItem, [block, ...next]: Block[], items: OpenItem[]): boolean {
  if (list?.kind !== 'list' || list.items.length < 2 || !block || block.line <= list.end) return false;
  const goesOn =
    number !== null &&
    next.some((other) => other.kind === 'list' && other.items[0]?.number === String(Number(number) + 1));
  const all = [...list.items, ...items.slice(-list.items.length)];
  return block.kind !== 'code' && !goesOn && all.every(({ blocks }) => blocks.length === 0);
}

function keep(block: Block, { preface, shared, items }: SplitBlocks): void {
  if (block.kind === 'list' && items.length > 0) shared.push(block);
  preface.push(block);
}

/** A label such as "Scenario 1:" and what it says go before the question, unless a prompt cannot be that long. */
function tellBefore(question: OpenItem, told: Block[], { preface }: SplitBlocks): void {
  const [label, words = label] = told;
  if (!label || !words) return;
  const text = textIn(words);
  if (!fitsAbove(text, question)) return void preface.push(...told);
  question.text = `${text} ${question.text}`;
  question.line = label.line;
}

/** How many blocks "Scenario 1: …" fills here, directly above a question. */
function scenarioAt(blocks: Block[], at: number): number {
  const [label, words, asked] = blocks.slice(at, at + 3);
  if (label?.kind === 'text' && !label.asks && words?.kind === 'text' && words.asks)
    return SCENARIO_LINE.test(textIn(label)) && SCENARIO_TITLE.test(textIn(label)) ? 1 : 0;
  if (label?.kind !== 'label' || label.label !== 'notes' || words?.kind !== 'text') return 0;
  const isNamed = SCENARIO_TITLE.test(label.title) && /^\P{N}{1,30}\d{0,3}\s*[:：]?$/u.test(label.title);
  return isNamed && asked !== undefined && isSure(asked, blocks.slice(at + 3, at + 5)) ? 2 : 0;
}

/** `Scenario B – a guest waits.` */
const SCENARIO_LINE = /^\p{L}+(?: \p{L}{3,})? ?[\p{Lu}\p{N}]{0,3} ?[-–—:：.] \S/u;

/** How many blocks from here on describe the question named by the label below them. */
function introducing(blocks: Block[], start: number): number {
  let at = start;
  for (let block = blocks[at]; block?.kind === 'label' && ABOUT.includes(block.label); block = blocks[at])
    at += blocks[at + 1]?.kind === 'text' ? 2 : 1;
  const next = blocks[at];
  return at > start && next?.kind === 'label' && next.label === 'question' ? at - start : 0;
}

function roleOf(block: Block, place: Place): Role {
  for (const { test } of RECOGNISERS) {
    const role = test(block, place);
    if (role) return role;
  }
  return { as: 'part' };
}

const ABOUT: readonly Label[] = ['competency', 'level', 'tags'];
const NOWHERE: Place = {
  next: [],
  open: null,
  follows: false,
  label: false,
  strict: false,
  bare: false,
  askers: 0,
};

/** Whether a text is a question, however its neighbours are written. */
function isSure(block: Block, next: Block[]): boolean {
  if (block.kind === 'label') return block.label === 'question';
  if (block.kind !== 'text' || !block.asks || block.asks.strength === 'plain') return false;
  return roleOf(block, { ...NOWHERE, next }).as === 'items';
}

/** Paragraphs that ask in plain words, with a list directly below. */
function plainAskers(blocks: Block[]): number {
  return blocks.filter(
    (block, at) =>
      block.kind === 'text' && block.asks?.strength === 'plain' && blocks[at + 1]?.kind === 'list',
  ).length;
}

function askersIn(blocks: Block[]): number {
  return blocks.filter((block) => block.kind === 'text' && block.asks !== null).length;
}
