import { asksAboutThem } from './asked-below';
import {
  asksInShape,
  asksOutright,
  endsAsQuestion,
  isExerciseTitle,
  isQuestionNumbered,
  takeId,
  withoutNumber,
} from './asking';
import { type BlockOf, type Item, isBoldLine } from './blocks';
import { labelledItem } from './labels';
import { goesOn, listBelow, questionOf, questionsAmong } from './listed-questions';
import { type OpenItem, openItem, type Place, type Recogniser } from './open-item';
import { plain } from './runs';
import { questionsOfTable } from './tables';

const rule: Recogniser = {
  name: 'a rule or a remark',
  test: (block) => (block.kind === 'rule' ? { as: 'out', reason: block.reason } : null),
  examples: [['**Q1: One?**\n- a\n\n---\n\n<!-- two -->', ['One?']]],
};

const exerciseLine: Recogniser = {
  name: 'an exercise in bold',
  test: (block) => {
    if (block.kind !== 'text') return null;
    const { text, id } = takeId(plain(block.runs));
    const isBold = block.runs.every((run) => run.style === 'strong' || run.text.trim() === '' || id !== null);
    return isBold && isExerciseTitle(text) ? one(openItem('exercise', block, { text, id })) : null;
  },
  examples: [['**Exercise 1: Mend**\n```\nx\n```\n- bad', ['Mend']]],
};

const labelledQuestion: Recogniser = {
  name: 'a line called question',
  test: (block, { next: [value], open }) => {
    if (block.kind !== 'label' || block.label !== 'question' || value?.kind !== 'text' || open?.byHeading)
      return null;
    const { text, id } = takeId(plain(value.runs));
    if (/^interviewer/i.test(block.title) && !asksInShape(text)) return null;
    return one(openItem('question', { line: block.line, end: value.end }, { text, id }));
  },
  examples: [['**Question:** How so?\n\n**Answer:** Well.', ['How so?']]],
};

const sureQuestion: Recogniser = {
  name: 'a question by its number, its id, or in bold with a question mark',
  test: (block, place) =>
    block.kind === 'text' && block.asks?.strength === 'sure' ? lineOf(block, place) : null,
  examples: [
    ['**Q1: How?**\n- a', ['How?']],
    ['Q2. Explain\n- a', ['Explain']],
    ['**Why not?**\n\nBecause.', ['Why not?']],
    ['**1) Ovens.** Which one is first?\n- a', ['Ovens. Which one is first?']],
  ],
};

const boldQuestion: Recogniser = {
  name: 'a bold sentence that asks, or has a list or a label below',
  test: (block, place) => {
    if (block.kind !== 'text' || block.asks?.strength !== 'bold') return null;
    const [next, after] = place.next;
    const leadsIn = next?.kind === 'text' && /[:：]$/.test(plain(next.runs)) && after?.kind === 'list';
    const listed = next?.kind === 'list' || next?.kind === 'label' || leadsIn;
    return listed || (asksInShape(plain(block.runs)) && !tellsHow(plain(block.runs)))
      ? lineOf(block, place)
      : null;
  },
  examples: [['**Tell us about a bad day.**\n- a', ['Tell us about a bad day.']]],
};

const numberedInBold: Recogniser = {
  name: 'bold words with the number after that of the question above',
  test: (block, { open }) => {
    if (block.kind !== 'text' || !isBoldLine(block) || open?.kind !== 'question' || open.byHeading)
      return null;
    const { text, id } = takeId(plain(block.runs));
    const number = numberOf(text);
    return number !== null && number === Number(open.number) + 1 && open.list === null
      ? one(openItem('question', block, { text: withoutNumber(text), id, number: String(number) }))
      : null;
  },
  examples: [
    [
      '**1. What is a knot?**\n\nA turn.\n\n**2. Ropes and lines**\n\nBoth.',
      ['What is a knot?', 'Ropes and lines'],
    ],
  ],
};

const boldTopic: Recogniser = {
  name: 'bold words above a list that says what to look for',
  test: (block, place) => {
    const [next] = place.next;
    const isTopic = isBoldLine(block) && block.kind === 'text' && !block.asks && next?.kind === 'list';
    if (!isTopic || !next.items.every((item) => saysWhatCounts(item))) return null;
    const { text, id } = takeId(plain(block.runs));
    return place.open?.byHeading ? null : one(openItem('question', block, { text, id }));
  },
  examples: [['**Handling heat**\n- Look for: a plan\n- Weak answer: none', ['Handling heat']]],
};

const plainQuestion: Recogniser = {
  name: 'words that ask, above a list, or one after the other',
  test: (block, place) => {
    if (block.kind !== 'text' || block.asks?.strength !== 'plain') return null;
    if (place.open && asksAboutThem(plain(block.runs))) return null;
    if (isAskedLikeOpen(block, place)) return lineOf(block, place);
    if (place.label && place.open) return null;
    if (listBelow(place.next)) return !place.strict || place.follows ? lineOf(block, place) : null;
    const [next] = place.next;
    const answered = next?.kind === 'label' && next.label === 'points';
    const alone = place.bare && !place.strict && !place.open?.byHeading && place.askers > 1;
    return answered || alone ? lineOf(block, place) : null;
  },
  examples: [
    ['How do you ship?\n- a', ['How do you ship?']],
    ['How do you ship?\n\nOften.\n\nHow do you test?\n\nEarly.', ['How do you ship?', 'How do you test?']],
  ],
};

const questionList: Recogniser = {
  name: 'a list of questions',
  test: (block, place) => {
    if (block.kind !== 'list' || block.items.length === 0) return null;
    // A question's labelled part ends where the next number of the list begins.
    if (place.label && place.open && !goesOn(place.open, block)) return null;
    if (place.open?.kind === 'exercise' || place.open?.byHeading) return null;
    const questions = questionsAmong(block, place);
    if (questions.length === 0) return null;
    const others = block.items.filter((item) => !questions.includes(item));
    return { as: 'items', items: questions.map((item) => questionOf(item, block)), others };
  },
  examples: [
    ['1. How?\n   - a\n2. Why?\n   - b', ['How?', 'Why?']],
    ['- How?\n- Why?', ['How?', 'Why?']],
    ['- How?\n  - a\n- Tell me of one.\n  - b', ['How?', 'Tell me of one.']],
  ],
};

const questionTable: Recogniser = {
  name: 'a table with a column of questions',
  test: (block, place) => {
    if (block.kind !== 'table' || place.open?.kind === 'exercise' || place.open?.byHeading) return null;
    const items = questionsOfTable(block);
    return items.length > 0 ? { as: 'items', items, others: [] } : null;
  },
  examples: [['| Question | Look for |\n|---|---|\n| How? | a; b |', ['How?']]],
};

const label: Recogniser = {
  name: 'a label',
  test: (block) => (block.kind === 'label' ? { as: 'label' } : null),
  examples: [['**Q1: How?**\n\n**Follow-ups:**\n- Why?', ['How?']]],
};

/**
 * What a block below a heading is: the first recogniser that knows it decides. A block that none knows belongs to the
 * open item.
 */
export const RECOGNISERS: readonly Recogniser[] = [
  rule,
  exerciseLine,
  labelledQuestion,
  sureQuestion,
  boldQuestion,
  numberedInBold,
  boldTopic,
  plainQuestion,
  questionList,
  questionTable,
  label,
];

function one(item: OpenItem) {
  return { as: 'items' as const, items: [item], others: [] };
}

/** Whether a line has the same label below it as the open question has: `Good answer:` after each of them. */
function isAskedLikeOpen({ runs }: BlockOf<'text'>, { open, next: [below] }: Place): boolean {
  if (!open || below?.kind !== 'label' || !endsAsQuestion(plain(runs))) return false;
  const [first] = open.blocks;
  return first?.kind === 'label' && first.title === below.title;
}

/** "How to use this" introduces what is below it. */
function tellsHow(text: string): boolean {
  return /^\p{L}+ (?:to|we|i|they|this)\b/iu.test(text) && !asksOutright(text);
}

/** A line as a question. Below a heading that asks, and in an exercise, only a number or an id begins another. */
function lineOf(block: BlockOf<'text'>, { open }: Place) {
  const asks = block.asks;
  if (!asks) return null;
  const closed = open?.kind === 'exercise' || open?.byHeading === true;
  if (closed && asks.id === null && !isQuestionNumbered(plain(block.runs))) return null;
  const number = numberOf(plain(block.runs));
  return one(
    openItem('question', block, {
      text: asks.text,
      id: asks.id,
      number: number === null ? null : String(number),
    }),
  );
}

/** The number that a line begins with. */
function numberOf(text: string): number | null {
  const found = /^(\d{1,3})[.)]\s/.exec(text)?.[1];
  return found ? Number(found) : null;
}

function saysWhatCounts(item: Item): boolean {
  const found = labelledItem(item);
  return found !== null && found.label !== 'why';
}
