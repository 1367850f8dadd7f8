import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** A reader's editor can be focused and selected in, but calls up no keyboard on a phone. */
export function writingOf(writes: boolean): Extension {
  return writes
    ? []
    : [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ inputmode: 'none' })];
}
