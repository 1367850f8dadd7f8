import type { Text } from '@codemirror/state';
import type * as Y from 'yjs';
import type { CodePlace, LineRange } from '@/server/protocol/code';
import type { MarkKind, PlacedMark } from './line-marks';
import { hasOriginal, linesAlike, rangeOfOriginal } from './original-lines';
import { rangeOf, type TextRange } from './places';

/** Lines of the code that somebody speaks of. */
export interface LineMark {
  /** What is on these lines. Several marks of the same are on several lines. */
  id: string;
  kind: MarkKind | 'find';
  /** Of an issue: lines of the original. Otherwise: lines of the text as it was then. */
  lines: LineRange;
  /** Where these lines are in the text of today, if its window said so. */
  place?: CodePlace | null;
  title: string;
  /** Otherwise only its lines are told. */
  shown: boolean;
}

/** Where the marks are in the text as it is now. `doc` is the same text. */
export function placedIn(
  text: Y.Text,
  doc: Text,
  marks: readonly LineMark[],
  original: string,
): (PlacedMark & { mark: LineMark })[] {
  const knowsOriginal = hasOriginal(text);
  const now = knowsOriginal ? '' : text.toJSON();
  const found = ({ kind, lines, place }: LineMark): TextRange | null | undefined => {
    if (kind !== 'issue') return place ? rangeOf(text, place) : undefined;
    if (knowsOriginal) return rangeOfOriginal(text, original, lines.from);
    const alike = linesAlike(original, now, lines.from);
    return alike && inDoc(doc, alike);
  };
  return marks.map((mark) => {
    const { id, kind, title, lines, place = null } = mark;
    const at = found(mark);
    return {
      mark,
      key: JSON.stringify([id, title, lines, place]),
      kind: kind === 'find' ? 'pointed' : kind,
      title,
      at: at === undefined ? inDoc(doc, lines) : at,
      moves: at === undefined,
    };
  });
}

function inDoc(doc: Text, { from, to }: LineRange): TextRange | null {
  if (from > doc.lines) return null;
  return { from: doc.line(from).from, to: doc.line(Math.min(to, doc.lines)).to };
}
