import { asksOutright, withoutNumber } from './asking';
import { type Block, type Span, textIn } from './blocks';
import { leaveOut } from './fixes';
import { holdsItems } from './headings';
import { BEGINS_WITH_TASK, TURNED_ROUND } from './language';
import type { Ledger } from './ledger';
import type { Section } from './outline';
import { shorten } from './parts';
import { plain } from './runs';

/** Warns about text that asks but is only a note. */
export function doubtQuestions(section: Section, notes: readonly Block[], ledger: Ledger): void {
  if (TURNED_ROUND.test(section.title)) return;
  const tell = (span: Span, text: string) =>
    ledger.doubt(span, 'asks-as-note', `"${shorten(text)}" may be a question. It is kept as a note.`, [
      'question',
      'leave-out',
    ]);
  if (section.depth > 0 && asksOutright(section.title) && notes.length > 0) tell(section, section.title);
  for (const block of notes) {
    if (block.kind === 'text' && asksOrSets(textIn(block))) tell(block, textIn(block));
    if (block.kind !== 'list') continue;
    for (const { line, runs } of block.items)
      if (asksOutright(plain(runs))) tell({ line, end: line }, plain(runs));
  }
}

/** Warns about a numbered list of short topics beside lists that ask. */
export function doubtList({ blocks }: Section, ledger: Ledger): void {
  for (const block of blocks) {
    if (block.kind !== 'list' || !block.ordered || block.items.length < 2) continue;
    if (!block.items.every(({ runs, blocks: inner }) => inner.length === 0 && isTopic(plain(runs)))) continue;
    for (const { line, runs } of block.items)
      ledger.doubt(
        { line, end: line },
        'not-asking',
        `"${shorten(plain(runs))}" is beside questions and does not ask. It is kept as a note.`,
        ['question', 'leave-out'],
      );
  }
}

function isTopic(text: string): boolean {
  return text.length <= 60 && !/[.!。]$/.test(text) && !asksOutright(text);
}

/** Warns about text that asks but is read as part of the answer above it. */
export function doubtWithin(block: Block, ledger: Ledger): void {
  if (block.kind !== 'text') return;
  const text = textIn(block);
  if (text.length > 200 || !asksOrSets(text)) return;
  ledger.doubt(
    block,
    'asks-within-answer',
    `"${shorten(text)}" may be a question. It is read as a part of the answer above it.`,
    ['question', 'leave-out'],
  );
}

/** A task that introduces the list below it asks too. */
function asksOrSets(text: string): boolean {
  const led = text.replace(/[:：]$/, '');
  return asksOutright(text) || (led !== text && BEGINS_WITH_TASK.test(withoutNumber(led)));
}

/**
 * Warns about a heading with prose beside headings that ask: a person who studies with the guide may read it as a
 * question.
 */
export function doubtTopic(section: Section, ledger: Ledger): void {
  const { title, blocks, children, line, end } = section;
  const holdsProse = blocks.length > 0 && children.length === 0 && !holdsItems(section);
  if (!holdsProse || TURNED_ROUND.test(title) || asksOutright(title)) return;
  const whole = { line, end: Math.max(end, ...blocks.map((block) => block.end)) };
  const message = `"${shorten(title)}" is beside questions and does not ask. It is kept as a note.`;
  ledger.doubt(section, 'not-asking', message, ['question', leaveOut(whole)]);
}
