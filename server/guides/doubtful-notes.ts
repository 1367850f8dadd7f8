import { asksOutright } from './asking';
import type { BlockOf } from './blocks';
import { leaveOut, type Rewriting } from './fixes';
import { holdsItems } from './headings';
import { TURNED_ROUND } from './language';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import type { Section } from './outline';
import { shorten } from './parts';
import { plain, written } from './runs';

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

/** Warns about a line in an answer that has the next question's number. */
export function doubtNumber(block: BlockOf<'text'>, { number }: OpenItem, ledger: Ledger): void {
  if (number === null) return;
  const next = new RegExp(`^\\s*${Number(number) + 1}[.)]\\s*\\S`);
  const at = written(block.runs)
    .split('\n')
    .findIndex((line) => next.test(line));
  if (at < 0) return;
  const line = Math.min(block.line + at, block.end);
  const message =
    'This line has the number of the next question. It is read as a part of the answer above it.';
  ledger.doubt({ line, end: line }, 'number-within-answer', message, ['question', 'leave-out']);
}
