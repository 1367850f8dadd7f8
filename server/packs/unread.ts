import type { Report } from './drafts';
import type { Section } from './outline';
import { shorten } from './parts';
import type { Item, Piece } from './pieces';
import { endsAsQuestion } from './prompts';
import { plain } from './runs';

/** Asks without a question mark. Fewer words than a prompt may open with: a list of steps is no list of questions. */
const ASKS =
  /^(?:tell (?:me|us)|describe|explain|walk (?:me|us)|talk (?:me|us)|give (?:me|us) an example)\b/i;
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
  for (const item of own ? [] : bareQuestions(section, pieces)) {
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

/** The items of lists in which each item asks, below a heading that holds nothing else that asks. */
function bareQuestions(section: Section, pieces: Piece[]): Item[] {
  if (section.depth === 0 || section.children.length > 0 || TURNED_ROUND.test(section.title)) return [];
  return pieces.flatMap((piece) => (piece.kind === 'list' && piece.items.every(asks) ? piece.items : []));
}

function asks(item: Item): boolean {
  const text = plain(item.runs);
  return endsAsQuestion(text) || ASKS.test(text);
}
