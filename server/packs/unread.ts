import type { Report } from './drafts';
import type { Section } from './outline';
import { shorten } from './parts';
import type { Item, Piece } from './pieces';
import { asksOutright, endsAsQuestion } from './prompts';
import { plain, tidy } from './runs';

/** What the candidate may ask is no question of the panel. */
const TURNED_ROUND = /\bquestions? (?:to ask|for)\b|\b(?:you|to) ask\b/i;

/**
 * Questions that would end as notes, without a word: written in a table, or as a list with nothing below them.
 * `own`: the section holds questions that are read.
 */
export function reportUnread(section: Section, pieces: Piece[], own: boolean, report: Report): void {
  for (const { line } of pieces.filter(tabulatesQuestions)) {
    report({
      line,
      code: 'questions-in-table',
      message: 'A table holds questions, and questions are not read from tables.',
      hint: 'Write each of them as "**Q1: The question?**", and below it one list item per key point.',
    });
  }
  for (const item of bareQuestions(section, pieces, own)) {
    report({
      line: item.line,
      code: 'question-without-points',
      message: `The question "${shorten(plain(item.runs))}" has no key points.`,
      hint: 'Write it as "**Q1: The question?**", and below it one list item per key point.',
    });
  }
}

/** A table with a cell that asks, in more words than a heading of a column has. */
function tabulatesQuestions(piece: Piece): boolean {
  const cells = piece.kind === 'text' ? plain(piece.runs).split('|') : [];
  if (!cells.some((cell) => /^\s*:?-{3,}:?\s*$/.test(cell))) return false;
  return cells.some((cell) => endsAsQuestion(cell.trim()) && cell.trim().split(' ').length > 2);
}

/**
 * The items of lists in which each item asks, below a heading that holds nothing else that asks; in bold, also beside
 * questions that are read.
 */
function bareQuestions(section: Section, pieces: Piece[], own: boolean): Item[] {
  const isAside = own || section.depth === 0 || section.children.length > 0;
  const asks = isAside ? asksInBold : (item: Item) => asksOutright(plain(item.runs)) || asksInBold(item);
  if (TURNED_ROUND.test(section.title)) return [];
  return pieces.flatMap((piece) => (piece.kind === 'list' && piece.items.every(asks) ? piece.items : []));
}

function asksInBold({ runs: [first] }: Item): boolean {
  return first?.style === 'strong' && asksOutright(tidy(first.text));
}
