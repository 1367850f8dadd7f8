import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { YSyncConfig, ySyncAnnotation } from 'y-codemirror.next';
import * as Y from 'yjs';
import { writingOf } from './writing';

test('a reader’s editor calls up no keyboard, and can still be reached with one', () => {
  const { readOnly, ...reader } = made(false);
  expect([readOnly, reader]).toEqual([true, { editable: true, attributes: [{ inputmode: 'none' }] }]);
  expect(made(true)).toEqual({ readOnly: false, editable: true, attributes: [] });
});

test('whatever asks for it, a reader’s text changes only as the room says', () => {
  const state = EditorState.create({ doc: 'theirs', extensions: writingOf(false) });
  const changes = { from: 0, to: 6 };
  expect(state.update({ changes, userEvent: 'undo' }).newDoc.toString()).toBe('theirs');
  const fromRoom = ySyncAnnotation.of(new YSyncConfig(new Y.Doc().getText('code'), null));
  expect(state.update({ changes, annotations: fromRoom }).newDoc.toString()).toBe('');
});

function made(writes: boolean) {
  const state = EditorState.create({ extensions: writingOf(writes) });
  return {
    readOnly: state.readOnly,
    editable: state.facet(EditorView.editable),
    attributes: state.facet(EditorView.contentAttributes),
  };
}
