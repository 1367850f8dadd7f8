import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { LineRange } from '@/server/protocol/code';

export interface LineMark {
  lines: LineRange;
  kind: 'issue' | 'pointed';
  /** Read out with the lines, and shown by the mouse. */
  title: string;
}

/** Lines that are marked from now on, counted in the text as it is now: the marks then move with the text. */
export const setMarks = StateEffect.define<readonly LineMark[]>();

export const lineMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { state, changes, effects }) => {
    const moved = marks.map(changes);
    const wanted = effects.find((effect) => effect.is(setMarks));
    if (!wanted) return moved;
    const lines = wanted.value.flatMap(({ lines: { from, to }, kind, title }) => {
      const last = Math.min(to, state.doc.lines);
      return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) =>
        Decoration.line({ class: `cm-${kind}`, attributes: { title } }).range(
          state.doc.line(from + index).from,
        ),
      );
    });
    return Decoration.set(lines, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});
