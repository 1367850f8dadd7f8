import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { changesOf } from './apply-edits';

const edited = (text: string, edits: Parameters<typeof changesOf>[1]) => {
  const state = EditorState.create({ doc: text });
  return state.update({ changes: changesOf(state.doc, edits) }).state.doc.toString();
};

test('edits use the line numbers from before all edits', () => {
  const edits = [
    { from: 3, to: 3, text: 'C\nCC' },
    { from: 1, to: 2, text: 'A' },
  ];
  expect(edited('a\nb\nc\nd', edits)).toBe('A\nC\nCC\nd');
});

test('leaving something out leaves no empty line', () => {
  expect(edited('a\nb\nc', [{ from: 2, to: 2, text: '' }])).toBe('a\nc');
  expect(edited('a\nb', [{ from: 2, to: 2, text: '' }])).toBe('a\n');
});

test('of two overlapping edits the first counts, and one beyond the end does nothing', () => {
  const edits = [
    { from: 1, to: 2, text: 'x' },
    { from: 2, to: 3, text: 'y' },
    { from: 9, to: 9, text: 'z' },
  ];
  expect(edited('a\nb\nc', edits)).toBe('x\nc');
});
