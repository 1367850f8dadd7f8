import { diffArrays } from 'diff';
import * as Y from 'yjs';
import type { LineRange } from '@/server/protocol/code';
import { ORIGINAL_AUTHOR } from '@/server/protocol/words';
import type { TextRange } from './places';

/** Whether the characters of the original are in this copy: not in a replay, which writes the text of each moment anew. */
export function hasOriginal({ doc }: Y.Text): boolean {
  return doc?.store.clients.has(ORIGINAL_AUTHOR) ?? false;
}

/** Where a line of the original (1-based) is in the text now; null where nothing of it is left. */
export function rangeOfOriginal(text: Y.Text, original: string, line: number): TextRange | null {
  const lines = original.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  const from = indexNow(text, start, 0);
  // Its end is the line break after it, so that what was written onto it belongs to it; the last line may have none.
  const to = end < original.length ? indexNow(text, end, 0) : indexNow(text, end - 1, -1);
  return from === null || to === null || from >= to ? null : { from, to };
}

/** Where a character of the original is now, or where it was when it was deleted: before it, or with -1 after it. */
function indexNow({ doc }: Y.Text, clock: number, assoc: 0 | -1): number | null {
  if (!doc) return null;
  const position = Y.createRelativePositionFromJSON({ item: { client: ORIGINAL_AUTHOR, clock }, assoc });
  return Y.createAbsolutePositionFromRelativePosition(position, doc)?.index ?? null;
}

/** The same by what the lines say, where nothing else is known. A line that was changed is where its new ones are. */
export function linesAlike(original: string, now: string, line: number): LineRange | null {
  let [from, to] = [1, 1];
  const parts = diffArrays(original.split('\n'), now.split('\n'));
  for (const [index, { added, removed, count = 0 }] of parts.entries()) {
    if (added) {
      to += count;
      continue;
    }
    const offset = line - from;
    if (offset < count) {
      if (!removed) return { from: to + offset, to: to + offset };
      const next = parts[index + 1];
      if (!next?.added) return null;
      const instead = next.count ?? 0;
      return instead === count ? { from: to + offset, to: to + offset } : { from: to, to: to + instead - 1 };
    }
    from += count;
    if (!removed) to += count;
  }
  return null;
}
