import { type Extension, Prec, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view';

const byItsText = Decoration.line({ attributes: { dir: 'auto' } });

function directed({ visibleRanges, state: { doc } }: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to; at = doc.lineAt(at).to + 1) {
      const line = doc.lineAt(at).from;
      lines.add(line, line, byItsText);
    }
  return lines.finish();
}

/** Each line runs in the direction of its own first letters, and so does the cursor in it. */
export const lineDirections: Extension = [
  EditorView.perLineTextDirection.of(true),
  Prec.lowest(
    ViewPlugin.define(
      (view) => ({
        lines: directed(view),
        update(change) {
          if (change.docChanged || change.viewportChanged) this.lines = directed(change.view);
        },
      }),
      { decorations: ({ lines }) => lines },
    ),
  ),
];
