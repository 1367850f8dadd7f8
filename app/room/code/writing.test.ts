import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { writingOf } from './writing';

test('a reader’s editor calls up no keyboard, and can still be reached with one', () => {
  const { readOnly, ...reader } = made(false);
  expect([readOnly, reader]).toEqual([true, { editable: true, attributes: [{ inputmode: 'none' }] }]);
  expect(made(true)).toEqual({ readOnly: false, editable: true, attributes: [] });
});

function made(writes: boolean) {
  const state = EditorState.create({ extensions: writingOf(writes) });
  return {
    readOnly: state.readOnly,
    editable: state.facet(EditorView.editable),
    attributes: state.facet(EditorView.contentAttributes),
  };
}
