import { type Block, textIn } from './blocks';
import type { SplitBlocks } from './items';
import { SCENARIO_TITLE } from './language';
import type { Ledger } from './ledger';
import type { Section } from './outline';

/** Below "Scenario 1", the candidate is told what precedes the questions, with each of them. */
export function withScenario(section: Section, split: SplitBlocks, ledger: Ledger): SplitBlocks {
  const { preface, items } = split;
  const isTold = section.depth > 0 && SCENARIO_TITLE.test(section.title) && items.length > 0;
  const told = isTold ? preface.filter(({ kind }) => kind === 'text') : [];
  const words = told.map((block: Block) => textIn(block)).join(' ');
  if (words === '' || !items.every((item) => fitsAbove(words, item))) return split;
  for (const block of told) ledger.use(block);
  return {
    ...split,
    preface: preface.filter((block) => !told.includes(block)),
    items: items.map((item) =>
      item.kind === 'question' ? { ...item, text: `${words} ${item.text}` } : item,
    ),
  };
}

/** Whether a prompt may have these words before it. */
export const fitsAbove = (words: string, { text }: { text: string }) => words.length + text.length < LONGEST;

/** Characters of a prompt. */
const LONGEST = 4_000;
