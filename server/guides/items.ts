import { type Block, type Item, textIn } from './blocks';
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
  /** Items of lists of questions that do not ask. */
  others: Item[];
}

/** `heading`: the item in the heading above. `bare`: questions need no key points. */
export function splitItems(
  blocks: Block[],
  { heading, bare = true }: { heading?: OpenItem; bare?: boolean } = {},
): SplitBlocks {
  const split: SplitBlocks = { preface: [], items: heading ? [heading] : [], out: [], others: [] };
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
    if (isScenario(blocks, at)) {
      told = blocks.slice(at, at + 2);
      at += 1;
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
      if (role.as === 'label') label = true;
      (open?.blocks ?? split.preface).push(block);
    }
  }
  return split;
}

/** A label such as "Scenario 1:" and what it says go before the question, unless a prompt cannot be that long. */
function tellBefore(question: OpenItem, [label, words]: Block[], { preface }: SplitBlocks): void {
  if (!label || !words) return;
  const text = textIn(words);
  if (!fitsAbove(text, question)) return void preface.push(label, words);
  question.text = `${text} ${question.text}`;
  question.line = label.line;
}

/** Whether "Scenario 1: …" is here, directly above a question in bold or with a label. */
function isScenario(blocks: Block[], at: number): boolean {
  const [label, words, asked] = blocks.slice(at, at + 3);
  if (label?.kind !== 'label' || label.label !== 'notes' || words?.kind !== 'text') return false;
  const isNamed = SCENARIO_TITLE.test(label.title) && /^\P{N}{1,30}\d{0,3}\s*[:：]?$/u.test(label.title);
  return isNamed && asked !== undefined && isSure(asked, blocks.slice(at + 3, at + 5));
}

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
