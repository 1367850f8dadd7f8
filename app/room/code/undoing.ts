import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import * as Y from 'yjs';

type Way = 'undo' | 'redo';

/** What a menu of the browser, a shake or a swipe asks for. */
const ASKED: Record<string, Way> = { historyUndo: 'undo', historyRedo: 'redo' };

/** Undoes what was typed in this window and nothing else, and for a reader nothing at all. */
export function undoing(text: Y.Text): { manager: Y.UndoManager; extension: Extension } {
  const manager = new Y.UndoManager(text);
  const goes =
    (way: Way) =>
    ({ state }: { state: EditorState }) => {
      if (!state.readOnly) manager[way]();
      return true;
    };
  const extension = [
    keymap.of([
      { key: 'Mod-z', run: goes('undo'), shift: goes('redo') },
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: goes('redo') },
      // The browser would show the source of the page.
      { key: 'Mod-u', run: () => true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: ({ inputType }, view) => {
        const way = ASKED[inputType];
        return way !== undefined && goes(way)(view);
      },
    }),
  ];
  return { manager, extension };
}
