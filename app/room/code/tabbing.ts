import { indentLess, indentMore } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

const HELD = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];

/**
 * Tab indents, and after Escape it leaves the code. CodeMirror offers the same, but only for two seconds, and only if
 * Escape did nothing else.
 */
export function tabbing(): Extension {
  let leaves = false;
  const unlessItLeaves = (indent: (view: EditorView) => boolean) => (view: EditorView) =>
    !leaves && indent(view);
  return [
    EditorView.domEventObservers({
      keydown: ({ key }) => {
        if (key !== 'Tab' && !HELD.includes(key)) leaves = key === 'Escape';
      },
      mousedown: () => {
        leaves = false;
      },
      blur: () => {
        leaves = false;
      },
    }),
    keymap.of([{ key: 'Tab', run: unlessItLeaves(indentMore), shift: unlessItLeaves(indentLess) }]),
  ];
}
