import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { ySyncAnnotation } from 'y-codemirror.next';

/** Only commands that ask for it heed `readOnly`. */
const changesOfOthers = EditorState.changeFilter.of(
  (transaction) => transaction.annotation(ySyncAnnotation) !== undefined,
);

/** A reader's editor can be focused and selected in, but calls up no keyboard on a phone. */
export function writingOf(writes: boolean): Extension {
  return writes
    ? []
    : [
        EditorState.readOnly.of(true),
        changesOfOthers,
        EditorView.contentAttributes.of({ inputmode: 'none' }),
      ];
}
