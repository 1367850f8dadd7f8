import { asksOutright } from './asking';
import type { BlockOf } from './blocks';
import { leaveOut, type Rewriting } from './fixes';
import { holdsItems } from './headings';
import { TURNED_ROUND } from './language';
import type { Ledger } from './ledger';
import type { Section } from './outline';
import { shorten } from './parts';
import { plain } from './runs';

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

/** Warns about a list below several questions, which may be what each of them wants to hear. */
export function doubtShared(list: BlockOf<'list'>, ledger: Ledger): void {
  const write = (text: string) => `\n**What to look for:**\n\n${text}`;
  const fix: Rewriting = { kind: 'answer', span: { line: list.line, end: list.line }, write };
  const message =
    'This list is below several questions and belongs to none of them alone. It is kept as a note.';
  ledger.doubt(list, 'list-below-questions', message, [fix, leaveOut(list)]);
}
