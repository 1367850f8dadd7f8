import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { linesIn, type TextRange } from './places';

export type MarkKind = 'issue' | 'pointed';

/** A mark on the text as it is now. */
export interface PlacedMark {
  key: string;
  kind: MarkKind;
  /** Read out with the lines, and shown by the mouse. */
  title: string;
  /** Null where nothing is left to mark. */
  at: TextRange | null;
  /** The text cannot tell where it is: it has to move with what is written. */
  moves: boolean;
}

interface Marks {
  /** Of those that move. */
  moving: ReadonlySet<string>;
  set: DecorationSet;
}

/** All marks from now on. One that moves and is there already remains where it is now. */
export const setMarks = StateEffect.define<readonly PlacedMark[]>();

export const lineMarks = StateField.define<Marks>({
  create: () => ({ moving: new Set(), set: Decoration.none }),
  update: ({ moving, set }, { state, changes, effects }) => {
    const moved = set.map(changes);
    const wanted = effects.find((effect) => effect.is(setMarks))?.value;
    if (!wanted) return { moving, set: moved };
    const next = new Set(wanted.flatMap(({ key, moves }) => (moves ? [key] : [])));
    const remains = (key: string) => moving.has(key) && next.has(key);
    return {
      moving: next,
      set: moved.update({
        filter: (_from, _to, { spec }) => remains(spec.key),
        add: wanted.filter(({ key }) => !remains(key)).flatMap((mark) => decorated(state, mark)),
        sort: true,
      }),
    };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

/** The characters, and the lines they are on: an issue is whole lines. */
function decorated({ doc }: EditorState, { key, at, kind, title }: PlacedMark): Range<Decoration>[] {
  if (!at || at.from > doc.length) return [];
  const to = Math.min(at.to, doc.length);
  const { from: first, to: last } = linesIn(doc, { from: at.from, to });
  const lines = Array.from({ length: last - first + 1 }, (_, index) =>
    Decoration.line({ class: `cm-${kind}-line`, attributes: { title }, key }).range(
      doc.line(first + index).from,
    ),
  );
  if (kind === 'issue' || at.from >= to) return lines;
  return [...lines, Decoration.mark({ class: `cm-${kind}`, attributes: { title }, key }).range(at.from, to)];
}

/** The numbers of the lines on which a mark is. */
export function linesMarked(state: EditorState, key: string): number[] {
  const lines = new Set<number>();
  for (const cursor = state.field(lineMarks).set.iter(); cursor.value; cursor.next()) {
    if (cursor.value.spec.key !== key) continue;
    const { from, to } = linesIn(state.doc, cursor);
    for (let line = from; line <= to; line += 1) lines.add(line);
  }
  return [...lines];
}
