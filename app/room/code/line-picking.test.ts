import { EditorSelection, EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { pickedLines } from './line-picking';

const TEXT = 'one\ntwo\nthree\nfour';
const at = (line: string) => TEXT.indexOf(line);

/** The text that is selected after presses on these lines' numbers. */
function pressed(lines: string[], { readOnly = true, extend = false } = {}): string {
  let state = EditorState.create({ doc: TEXT, extensions: EditorState.readOnly.of(readOnly) });
  for (const line of lines) state = state.update({ selection: pickedLines(state, at(line), extend) }).state;
  return state.sliceDoc(state.selection.main.from, state.selection.main.to);
}

test('a press on a number selects the line, and a reader’s next press goes on to that line', () => {
  expect(pressed(['two'])).toBe('two');
  expect(pressed(['two', 'four'])).toBe('two\nthree\nfour');
  expect(pressed(['three', 'one'])).toBe('one\ntwo\nthree');
});

test('a press inside what is selected begins anew', () => {
  expect(pressed(['one', 'three', 'two'])).toBe('two');
});

test('a writer selects one line at a time, or goes on with Shift', () => {
  expect(pressed(['one', 'three'], { readOnly: false })).toBe('three');
  expect(pressed(['one', 'three'], { readOnly: false, extend: true })).toBe('one\ntwo\nthree');
});

test('part of a line is not gone on from', () => {
  const state = EditorState.create({ doc: TEXT, selection: EditorSelection.single(1, 2) });
  expect(pickedLines(state, at('four'), true).main).toMatchObject({ from: at('four'), to: TEXT.length });
});
