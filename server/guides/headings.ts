import {
  ASIDE,
  asksInShape,
  asksOutright,
  endsAsQuestion,
  isExerciseTitle,
  isNumbered,
  isQuestionNumbered,
  withoutNumber,
} from './asking';
import type { Block } from './blocks';
import { splitItems } from './items';
import { labelledItem } from './labels';
import {
  CONTENTS_TITLE,
  EXERCISES_TITLE,
  LEVEL_TITLE,
  PART_TITLE,
  TIPS_TITLE,
  TURNED_ROUND,
} from './language';
import type { Section } from './outline';

/** The meanings of a heading. */
export type HeadingRole =
  | 'contents'
  | 'brief'
  | 'exercise'
  | 'question'
  | 'tips'
  | 'aside'
  | 'level'
  | 'holder';

/** A heading's position: its place among its neighbours, and what is above it. */
export interface HeadingPlace {
  above: Section;
  /** Titles of all headings above it. */
  path: string;
  isTop: boolean;
  anyAsks: boolean;
  anyHolds: boolean;
  /** Most of its neighbours ask. */
  mostAsk: boolean;
  /** All neighbours that hold questions say how hard those are. */
  levels: boolean;
  /** It is the first below the title. */
  first: boolean;
}

interface HeadingRecogniser {
  name: HeadingRole;
  test(section: Section, place: HeadingPlace): boolean;
  /** An example: what is below a title, and the prompts (or titles of exercises) read from it. */
  examples: readonly (readonly [source: string, prompts: readonly string[]])[];
}

/** What a heading is: the first recogniser that knows it decides. */
export const HEADINGS: readonly HeadingRecogniser[] = [
  {
    name: 'contents',
    test: ({ title }) => CONTENTS_TITLE.test(title),
    examples: [['## Contents\n\n- Deck\n\n## Deck\n\n### How do you moor?', ['How do you moor?']]],
  },
  {
    name: 'brief',
    test: ({ title, depth }, { first, isTop }) => first && isTop && depth === 2 && /^brief$/i.test(title),
    examples: [['## Brief\n\nWho asks?\n\n## Deck\n\n### How do you moor?', ['How do you moor?']]],
  },
  {
    name: 'exercise',
    test: isExercise,
    examples: [['## Deck\n\n### Exercise 1: Mend\n\n```\nx\n```\n- bad', ['Mend']]],
  },
  {
    name: 'question',
    test: isQuestion,
    examples: [
      ['## Deck\n\n### How do you moor?\n\nWell.', ['How do you moor?']],
      [
        '## Deck\n\n### Explain a knot\n- a\n\n### Describe a rope\n- b',
        ['Explain a knot', 'Describe a rope'],
      ],
    ],
  },
  {
    name: 'tips',
    test: (section) =>
      TIPS_TITLE.test(section.title) && !holdsItems(section) && section.children.length === 0,
    examples: [['## Deck\n\n- How do you moor?\n\n## Checklist\n\n- Bring a rope.', ['How do you moor?']]],
  },
  {
    name: 'aside',
    test: (section) => TURNED_ROUND.test(section.title) && !section.blocks.some(isSure),
    examples: [
      ['## Deck\n\n- How do you moor?\n\n## Questions to ask us\n\n- How big is it?', ['How do you moor?']],
    ],
  },
  {
    name: 'level',
    test: ({ title }, { isTop, levels }) => !isTop && levels && isLevel(title),
    examples: [['## Deck\n\n### Easy\n\n- How do you moor?', ['How do you moor?']]],
  },
  {
    name: 'holder',
    test: () => true,
    examples: [['## Deck\n\n### Ropes\n\n- How do you moor?', ['How do you moor?']]],
  },
];

export function roleOfHeading(section: Section, place: HeadingPlace): HeadingRole {
  return HEADINGS.find(({ test }) => test(section, place))?.name ?? 'holder';
}

/** What the headings below one heading are, as a whole. */
export function placeBelow(above: Section, path: string): (child: Section) => HeadingPlace {
  const { children } = above;
  const asking = children.filter((child) => asksInShape(child.title) || isQuestionNumbered(child.title));
  const shared = {
    above,
    path: `${above.title} ${path}`,
    isTop: above.depth === 0,
    anyAsks: children.some((child) => isQuestionNumbered(child.title) || asksWithList(child)),
    anyHolds: children.some(holdsQuestions),
    levels: children.every((child) => isLevel(child.title) || !holdsItems(child)),
    mostAsk:
      asking.length * 2 > children.length || (asking.length > 2 && asking.length * 2 >= children.length),
  };
  return (child) => ({ ...shared, first: child === children[0] });
}

const isLevel = (title: string) => LEVEL_TITLE.test(title.replace(ASIDE, ''));

export function isPartTitle(title: string): boolean {
  return PART_TITLE.test(title);
}

/** Without `Part 1:`, `2.` or `Competency:` before it. */
export function tidyGroupTitle(title: string): string {
  const text = title
    .replace(PART_TITLE, '')
    .replace(/^(?:competency|topic|theme|group|category)\s*\d*\s*[:–—-]\s*/i, '');
  return withoutNumber(text).replace(/\s*[:：]$/, '') || title.trim();
}

function isExercise(section: Section, { path }: HeadingPlace): boolean {
  if (isExerciseTitle(section.title)) return true;
  if (holdsItems(section)) return false;
  const has = (label: string) =>
    section.blocks.some((block) => block.kind === 'label' && block.label === label);
  if (has('original')) return !asksOutright(section.title) || has('issues');
  return EXERCISES_TITLE.test(path) && section.blocks.some(({ kind }) => kind === 'code');
}

/** Whether a heading is itself a question: numbered as one, or asking. */
function isQuestion(section: Section, place: HeadingPlace): boolean {
  const { title, children } = section;
  const words = withoutNumber(title);
  const { isTop, anyAsks, anyHolds, mostAsk } = place;
  const asksBelow = children.some((child) => asksOutright(child.title) || isQuestionNumbered(child.title));
  if (isBareQuestion(title)) return section.blocks.length > 0;
  if (isQuestionNumbered(title)) return !(asksBelow && !asksInShape(words)) && words !== '';
  if (isExerciseTitle(title) || holdsItems(section, !asksInShape(title))) return false;
  if (asksBelow && section.blocks.length === 0) return false;
  const listed = startsWithList(section);
  if (asksWithList(section)) return !isTop || !anyHolds;
  if (asksOutright(title))
    return endsAsQuestion(title) ? anyAsks || !isTop || !anyHolds : listed || !isTop || mostAsk;
  if (isNumbered(title) && mostAsk && anyAsksAmong(place)) return section.blocks.length > 0;
  if (labelledPoints(section.blocks) && !PART_TITLE.test(title)) return true;
  const opens = asksInShape(title) && !/^\p{L}+ (?:to|we|i|they|this)\b/iu.test(words);
  return opens && listed
    ? isNumbered(title) || anyAsks || mostAsk
    : opens && mostAsk && section.blocks.length > 0;
}

function anyAsksAmong({ above }: HeadingPlace): boolean {
  return above.children.some((child) => asksOutright(child.title));
}

export function isBareQuestion(title: string): boolean {
  return /^(?:question|q)\s*[#№]?\d*$/i.test(title);
}

/** The first block below is a list, or a label that says what to look for. */
function labelledPoints([first]: Block[]): boolean {
  return (
    first?.kind === 'list' &&
    first.items.length > 0 &&
    first.items.every((item) => ['points', 'weakAnswers'].includes(labelledItem(item)?.label ?? ''))
  );
}

function asksWithList(section: Section): boolean {
  return endsAsQuestion(section.title) && startsWithList(section) && !holdsItems(section, false);
}

function startsWithList({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => kind === 'list');
}

function isSure(block: Block): boolean {
  return block.kind === 'text' && block.asks?.strength === 'sure';
}

/** `bare`: questions there need no key points. */
export function holdsItems({ blocks }: Section, bare = true): boolean {
  const kept = bare ? HOLD_BARE : HOLD_STRICT;
  const known = kept.get(blocks);
  if (known !== undefined) return known;
  const holds = splitItems(blocks, { bare }).items.length > 0;
  kept.set(blocks, holds);
  return holds;
}

/** A numbered heading that names the one question below it. */
export function holdsOne({ title, blocks, children }: Section): boolean {
  return (
    isNumbered(title) && !asksInShape(title) && children.length === 0 && splitItems(blocks).items.length === 1
  );
}

/** Every neighbouring heading asks too. */
const HOLD_BARE = new WeakMap<Block[], boolean>();
const HOLD_STRICT = new WeakMap<Block[], boolean>();

function holdsQuestions(section: Section): boolean {
  return (
    holdsItems(section, !asksInShape(section.title)) ||
    section.children.some(
      (child) => isQuestionNumbered(child.title) || asksWithList(child) || holdsQuestions(child),
    )
  );
}
