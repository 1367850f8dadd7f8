import { EditorSelection, type EditorState } from '@codemirror/state';
import { lineNumbers } from '@codemirror/view';

/**
 * What a press on a line's number selects: that line. For a reader, who selects lines only to point at them, a press on
 * another number goes on to that line, so that a thumb can choose several.
 */
export function pickedLines(state: EditorState, at: number, extend: boolean): EditorSelection {
  const line = state.doc.lineAt(at);
  const { main } = state.selection;
  const [first, last] = [state.doc.lineAt(main.from), state.doc.lineAt(main.to)];
  const isWhole = !main.empty && main.from === first.from && main.to === last.to;
  const isInside = line.from >= first.from && line.to <= last.to;
  if (!isWhole || isInside || !(extend || state.readOnly)) return EditorSelection.single(line.from, line.to);
  return EditorSelection.single(Math.min(first.from, line.from), Math.max(last.to, line.to));
}

/** Lines are chosen by their numbers, too: a phone has no better way. */
export const linePicking = lineNumbers({
  domEventHandlers: {
    mousedown: (view, { from }, event) => {
      view.dispatch({
        selection: pickedLines(view.state, from, event instanceof MouseEvent && event.shiftKey),
        userEvent: 'select.pointer',
      });
      view.focus();
      return true;
    },
  },
});
