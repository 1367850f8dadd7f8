import type { PackEdit, PackFix } from '../protocol/pack';
import { isQuestionNumbered, withoutExerciseNumber } from './asking';
import type { Span } from './blocks';
import { fenceMark } from './fences';

/** What one click does: a known rewriting of the lines in doubt, or a special one. */
export type Fix = PackFix['kind'] | Rewriting;

export interface Rewriting {
  kind: PackFix['kind'];
  span: Span;
  /** The new text of the lines; the same text where the fix is impossible. */
  write(text: string): string;
  /** The replacement, such as a competency. */
  name?: string;
}

/** The line of a question, and its words. */
export type Asked = { line: number; text: string };

/** Fixes as edits of the source's lines, without those that would change nothing. `asked`: the questions, by their lines. */
export function fixesOf(
  lines: readonly string[],
  span: Span,
  fixes: readonly Fix[],
  asked: ReadonlyMap<number, string>,
): PackFix[] {
  return fixes.flatMap((fix): PackFix[] => {
    const {
      kind,
      write,
      name,
      span: where,
    }: Rewriting = typeof fix === 'string' ? { kind: fix, span, write: (text) => rewritten(text, fix) } : fix;
    const from = Math.max(1, Math.min(where.line, lines.length));
    const to = Math.max(from, Math.min(where.end, lines.length));
    const text = lines.slice(from - 1, to).join('\n');
    const edit: PackEdit = { line: span.line, from, to, text: write(text) };
    if (edit.text === text) return [];
    const beside =
      kind === 'question' && /^\s*(?:> ?)*(?:#{1,6} +|\*\*)?Q: /.test(edit.text)
        ? neighbours(lines, { line: from, end: to }, asked)
        : [];
    return [{ line: from, kind, name: name ?? null, edits: [edit, ...beside] }];
  });
}

/**
 * The questions of the same section that have no mark, each marked: beside one with a mark, words without one would be part of
 * its answer.
 */
function neighbours(
  lines: readonly string[],
  { line, end }: Span,
  asked: ReadonlyMap<number, string>,
): PackEdit[] {
  const isEdge = (at: number) => at < 1 || at > lines.length || /^ {0,3}#{1,6}\s/.test(lines[at - 1] ?? '');
  const edits: PackEdit[] = [];
  const look = (from: number, step: 1 | -1) => {
    let at = from;
    for (; !isEdge(at) && Math.abs(at - from) < FAR; at += step) {
      const prompt = asked.get(at);
      const text = lines[at - 1] ?? '';
      if (prompt === undefined || isMarked(text) || words(text) !== words(prompt)) continue;
      edits.push({ line, from: at, to: at, text: rewritten(text, 'question') });
    }
    return at;
  };
  const top = isEdge(line) ? line : look(line - 1, -1);
  const above = lines[top - 1] ?? '';
  const heading = asked.get(top);
  if (heading !== undefined && top < line && /^ {0,3}#/.test(above) && words(above) === words(heading))
    edits.push({ line, from: top, to: top, text: rewritten(above, 'question') });
  look(end + 1, 1);
  return edits.sort((a, b) => a.from - b.from);
}

/** How many lines a fix looks up and down: many fixes may look in one long section. */
const FAR = 200;
const words = (text: string) =>
  text
    .replace(MARKS, '')
    .replace(/\s*\{#[^{}]*\}\s*$/, '')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function isMarked(text: string): boolean {
  return /^\s*(?:[#|<>]|\*\*|__)/.test(text) || isQuestionNumbered(text.replace(MARKS, ''));
}

/** Turns a labelled part into notes that are marked as notes. */
export function asNotes({ line, title }: { line: number; title: string }): Rewriting {
  const words = title.replace(/[:：]\s*$/, '');
  const write = (text: string) =>
    words === '' || /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(text) ? text : text.replace(words, 'Notes');
  return { kind: 'note', span: { line, end: line }, write };
}

/**
 * Items beyond the limit, in the order of the source: turned into notes, which is impossible within another item, or
 * left out.
 */
export function tooMany(items: readonly Span[]): Rewriting[] {
  const [line = 1, end = line] = [items[0]?.line, items.at(-1)?.end];
  const write = (text: string) => (/^\s/.test(text) ? text : `\n**Notes:**\n\n${text}`);
  return [{ kind: 'note', span: { line, end: line }, write }, leaveOut({ line, end })];
}

export function leaveOut(span: Span): Rewriting {
  return { kind: 'leave-out', span, write: () => '' };
}

/** Removes tags; text between backticks stays. */
const keepCode = (found: string) => (found.startsWith('`') ? found : '');

const MARKS = /^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+•]\s+|\d{1,9}[.)]\s+)?/;

/** The same lines in the documented form, or nothing. */
function rewritten(written: string, kind: PackFix['kind']): string {
  const text = /^\s*<[a-z]/i.test(written)
    ? written.replace(/`[^`]*`|<\/?[a-z][^<>]*>/gi, keepCode)
    : written;
  const words = text.replace(MARKS, '').replace(/\s+/g, ' ').trim();
  switch (kind) {
    case 'leave-out':
      return '';
    case 'answer':
      return `\n**Answer:** ${words}\n`;
    case 'question': {
      // As a list item or a heading, as it was, so that what follows keeps its meaning.
      const mark = MARKS.exec(text)?.[0] ?? '';
      const asked = withoutExerciseNumber(words.replace(/\*\*/g, '').replace(/\s?[:：]$/, ''));
      return mark.trim() === '' ? `\n**Q: ${asked}**\n` : `${mark}Q: ${asked}`;
    }
    case 'title':
      return /^\uFEFF?---\s*$/.test(text) ? `${text}\ntitle: Untitled guide` : `# Untitled guide\n\n${text}`;
    case 'close-fence':
      return `${text.trimEnd()}\n${/^[\s>]*/.exec(text)?.[0] ?? ''}${fenceMark(text.split('\n', 1)[0] ?? '') ?? '```'}`;
    case 'drop-id':
      return text.replace(/\s*\{#[^{}]*\}/, '');
    default:
      return text;
  }
}
