import { type EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { CodePlace, LineRange } from '@/server/protocol/code';

export interface LineMark {
  /** Of an issue: lines of the original. Of a pointer: lines of the text as it was then. */
  lines: LineRange;
  /** Of a pointer: where these lines are in the text of today, if its window said so. */
  place?: CodePlace | null;
  kind: 'issue' | 'pointed';
  /** Read out with the lines, and shown by the mouse. */
  title: string;
}

/** A mark on lines of the text as it is now; null where nothing is left to mark. */
export interface PlacedMark extends Omit<LineMark, 'lines' | 'place'> {
  key: string;
  lines: LineRange | null;
}

/** The same for marks that say the same. */
export const keyOf = ({ kind, title, lines, place = null }: LineMark): string =>
  JSON.stringify([kind, title, lines, place]);

/** The lines of each mark in the text as it is now, by its key; null where they are gone. */
export function markedLines(state: EditorState): ReadonlyMap<string, LineRange | null> {
  const { keys, set } = state.field(lineMarks);
  const lines = new Map<string, LineRange | null>([...keys].map((key) => [key, null]));
  for (const cursor = set.iter(); cursor.value; cursor.next()) {
    const { key } = cursor.value.spec;
    const line = state.doc.lineAt(cursor.from).number;
    lines.set(key, { from: lines.get(key)?.from ?? line, to: line });
  }
  return lines;
}

interface Marks {
  keys: ReadonlySet<string>;
  set: DecorationSet;
}

/** All marks from now on. One that is there already has moved with the text and remains where it is now. */
export const setMarks = StateEffect.define<readonly PlacedMark[]>();

export const lineMarks = StateField.define<Marks>({
  create: () => ({ keys: new Set(), set: Decoration.none }),
  update: ({ keys, set }, { state, changes, effects }) => {
    const moved = set.map(changes);
    const wanted = effects.find((effect) => effect.is(setMarks))?.value;
    if (!wanted) return moved === set ? { keys, set } : { keys, set: moved };
    const kept = new Set(wanted.map(({ key }) => key));
    return {
      keys: kept,
      set: moved.update({
        filter: (_from, _to, { spec }) => kept.has(spec.key),
        add: wanted.filter(({ key }) => !keys.has(key)).flatMap((mark) => decorated(state, mark)),
        sort: true,
      }),
    };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

function decorated({ doc }: EditorState, { key, lines, kind, title }: PlacedMark) {
  if (!lines) return [];
  const last = Math.min(lines.to, doc.lines);
  return Array.from({ length: Math.max(0, last - lines.from + 1) }, (_, index) =>
    Decoration.line({ class: `cm-${kind}`, attributes: { title }, key }).range(
      doc.line(lines.from + index).from,
    ),
  );
}
