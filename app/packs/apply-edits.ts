import type { ChangeSpec, Text } from '@codemirror/state';
import type { PackEdit } from '@/server/protocol/pack';

/** Edits by line as changes of a document; of two that overlap only the first. */
export function changesOf(doc: Text, edits: readonly Omit<PackEdit, 'line'>[]): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  let done = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    if (from <= done || from > doc.lines) continue;
    done = Math.min(to, doc.lines);
    const [first, last] = [doc.line(from), doc.line(done)];
    // With its line end, so that no empty line remains.
    if (text === '') changes.push({ from: first.from, to: Math.min(last.to + 1, doc.length) });
    else changes.push({ from: first.from, to: last.to, insert: text });
  }
  return changes;
}
