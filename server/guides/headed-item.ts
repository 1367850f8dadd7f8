import {
  asksInShape,
  asksOutright,
  isExerciseTitle,
  isQuestionNumbered,
  takeId,
  withoutNumber,
} from './asking';
import type { Block } from './blocks';
import { isBareQuestion } from './headings';
import { type OpenItem, openItem } from './open-item';
import { headingLabel, type Section } from './outline';
import { plain } from './runs';

/**
 * A heading as an item, and what else is below it. The first line below a bare "Question" is the prompt; below "Question:
 * Ropes" one that asks completes it.
 */
export function itemOfHeading(
  kind: OpenItem['kind'],
  section: Section,
  level: string | null,
): { heading: OpenItem; asked: Block | null; rest: Block[] } {
  const { title, id, blocks } = section;
  const given = { id, byHeading: true, level };
  const topic = withoutNumber(title);
  const at = kind === 'question' ? promptBelow(section, topic) : -1;
  const asked = blocks[at];
  if (asked?.kind !== 'text') {
    const heading = openItem(kind, section, { ...given, text: kind === 'question' ? topic : title });
    return { heading, asked: null, rest: blocks };
  }
  const { text, id: own } = takeId(plain(asked.runs));
  const prompt = isBareQuestion(title) ? text : `${topic}: ${text}`;
  const heading = openItem(kind, section, { ...given, id: id ?? own, text: prompt });
  return { heading, asked, rest: blocks.filter((block) => block !== asked) };
}

/** Which block below a heading is the prompt, or the rest of it; -1 if the heading is the whole prompt. */
function promptBelow({ title, blocks }: Section, topic: string): number {
  if (isBareQuestion(title)) return 0;
  if (!isQuestionNumbered(title) || asksInShape(topic)) return -1;
  const listed = blocks.findIndex(({ kind }) => kind === 'list' || kind === 'code' || kind === 'table');
  const leading = listed < 0 ? blocks : blocks.slice(0, listed);
  return leading.findIndex((block) => block.kind === 'text' && asksOutright(plain(block.runs)));
}

/** The blocks below a heading that is an item, and the headings below it that are questions themselves. */
export function below(section: Section, all = false): { blocks: Block[]; others: Section[] } {
  const blocks = [...section.blocks];
  const others: Section[] = [];
  for (const child of section.children) {
    const { line, end, title } = child;
    const asks = asksOutright(title) && headingLabel(child) === null && !isExerciseTitle(section.title);
    if (asks && !all) others.push(child);
    else
      blocks.push(
        ...(headingLabel(child) ?? [{ kind: 'label' as const, line, end, label: 'within' as const, title }]),
        ...below(child, true).blocks,
      );
  }
  return { blocks, others };
}

/** "Basic" of "Basic level questions". */
export function levelIn(title: string): string | null {
  const words = title.replace(/[- ]?(?:level|questions?|fragen|and answers)(?=\s|$)/gi, '').trim();
  return NO_LEVEL.test(words) ? null : words.slice(0, 40);
}

const NO_LEVEL = /^(?:&.*|preguntas|questões|domande|вопросы|問題|问题)?$/iu;
