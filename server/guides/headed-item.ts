import { asksOutright, isExerciseTitle, takeId, withoutNumber } from './asking';
import type { Block } from './blocks';
import { isBareQuestion } from './headings';
import { type OpenItem, openItem } from './open-item';
import { headingLabel, type Section } from './outline';
import { plain } from './runs';

/** A heading as an item; below a bare "Question" the first line is the prompt. */
export function itemOfHeading(kind: OpenItem['kind'], section: Section, level: string | null): OpenItem {
  const { title, id, blocks } = section;
  const given = { id, byHeading: true, level };
  const [first, ...rest] = blocks;
  if (kind === 'question' && isBareQuestion(title) && first?.kind === 'text') {
    const { text, id: own } = takeId(plain(first.runs));
    const { blocks: more } = below({ ...section, blocks: rest });
    return openItem(
      kind,
      { line: section.line, end: first.end },
      { ...given, id: id ?? own, text, blocks: more },
    );
  }
  return openItem(kind, section, { ...given, text: kind === 'question' ? withoutNumber(title) : title });
}

/** What is below a heading that is an item, and the headings below it that are questions themselves. */
export function below(section: Section, all = false): { blocks: Block[]; others: Section[] } {
  const blocks = [...section.blocks];
  const others: Section[] = [];
  for (const child of section.children) {
    const { line, end, title } = child;
    const asks = asksOutright(title) && headingLabel(child) === null && !isExerciseTitle(section.title);
    if (asks && !all) others.push(child);
    else
      blocks.push(
        ...(headingLabel(child) ?? [{ kind: 'label' as const, line, end, label: 'notes' as const, title }]),
        ...below(child, true).blocks,
      );
  }
  return { blocks, others };
}

/** "Basic" of "Basic level questions". */
export function levelIn(title: string): string {
  return (
    title
      .replace(/[- ]?(?:level|questions?|fragen)(?=\s|$)/gi, '')
      .trim()
      .slice(0, 40) || title.slice(0, 40)
  );
}
