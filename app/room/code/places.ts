import type { Text } from '@codemirror/state';
import * as Y from 'yjs';
import type { CodePlace, LineRange } from '@/server/protocol/code';

/** Characters of the text as it is now. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * A range of characters of the text as it is now, which can be found again later. It begins after an indentation: editors write
 * that anew when a line is added above.
 */
export function placeOf(text: Y.Text, from: number, to: number): CodePlace {
  const [indentation = ''] = /^[ \t]*(?=\S)/.exec(text.toJSON().slice(from, to)) ?? [];
  const at = (index: number, assoc: 0 | -1) =>
    JSON.stringify(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, assoc)));
  return { from: at(from + indentation.length, 0), to: at(to, -1) };
}

/** Where it is in this copy of the text; null where nothing of it is left, and undefined where that is unknown. */
export function rangeOf(text: Y.Text, { from, to }: CodePlace): TextRange | null | undefined {
  const [start, end] = [indexOf(text, from), indexOf(text, to)];
  if (start === null || end === null) return undefined;
  return start < end ? { from: start, to: end } : null;
}

/** Null for a position that this copy does not know, or that is none. */
function indexOf({ doc }: Y.Text, position: string): number | null {
  if (!doc) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(JSON.parse(position));
    return Y.createAbsolutePositionFromRelativePosition(relative, doc)?.index ?? null;
  } catch {
    return null;
  }
}

/** The lines on which these characters are. A selection that ends where a line begins holds nothing of that line. */
export function linesIn(doc: Text, { from, to }: TextRange): LineRange {
  const last = doc.lineAt(Math.min(to, doc.length));
  const isBefore = last.from === to && from < to;
  return {
    from: doc.lineAt(Math.min(from, doc.length)).number,
    to: isBefore ? last.number - 1 : last.number,
  };
}
