import * as Y from 'yjs';
import type { CodePlace, LineRange } from '@/server/protocol/code';

/** A range of characters of the text as it is now, which can be found again later. */
export function placeOf(text: Y.Text, from: number, to: number): CodePlace {
  const at = (index: number, assoc: 0 | -1) =>
    JSON.stringify(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, assoc)));
  return { from: at(from, 0), to: at(to, -1) };
}

/** The lines on which it is in this copy of the text; null where nothing of it is left, and `before` if that is unknown. */
export function linesOf(text: Y.Text, { from, to }: CodePlace, before: LineRange): LineRange | null {
  const [start, end] = [indexOf(text, from), indexOf(text, to)];
  if (start === null || end === null) return before;
  if (start >= end) return null;
  const now = text.toJSON();
  const lineAt = (index: number) => now.slice(0, index).split('\n').length;
  return { from: lineAt(start), to: lineAt(end) };
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
