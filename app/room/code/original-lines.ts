import * as Y from 'yjs';
import type { LineRange } from '@/server/protocol/code';
import { ORIGINAL_AUTHOR } from '@/server/protocol/words';

/** Where a line of the original (1-based) is in the text now; null where nothing of it is left. */
export function linesNow(text: Y.Text, original: string, line: number): LineRange | null {
  const lines = original.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  const from = indexNow(text, start, 0);
  // Its end is the line break after it, so that what was written onto it belongs to it; the last line may have none.
  const to = end < original.length ? indexNow(text, end, 0) : indexNow(text, end - 1, -1);
  if (from === null || to === null || from >= to) return null;
  const now = text.toJSON();
  return { from: lineAt(now, from), to: lineAt(now, to) };
}

/** Where a character of the original is now, or where it was when it was deleted: before it, or with -1 after it. */
function indexNow({ doc }: Y.Text, clock: number, assoc: 0 | -1): number | null {
  if (!doc) return null;
  const position = Y.createRelativePositionFromJSON({ item: { client: ORIGINAL_AUTHOR, clock }, assoc });
  return Y.createAbsolutePositionFromRelativePosition(position, doc)?.index ?? null;
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
