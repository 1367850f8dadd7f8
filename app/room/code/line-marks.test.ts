import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lineMarks, markedLines, type PlacedMark, setMarks } from './line-marks';

const begin = () => EditorState.create({ doc: 'one\ntwo\nthree\n', extensions: [lineMarks] });
const pointer = (key: string, line: number): PlacedMark => ({
  key,
  lines: { from: line, to: line },
  kind: 'pointed',
  title: key,
});
const set = (state: EditorState, ...marks: PlacedMark[]) =>
  state.update({ effects: setMarks.of(marks) }).state;

/** Each marked line in words, with who marked it. */
function marked(state: EditorState): string[] {
  const found: string[] = [];
  state.field(lineMarks).set.between(0, state.doc.length, (from, _to, { spec }) => {
    found.push(`${state.doc.lineAt(from).text}: ${spec.key}`);
  });
  return found;
}

test('a mark moves with the text, and does not jump back when another comes or goes', () => {
  const pointed = set(begin(), pointer('pia', 2));
  const written = pointed.update({ changes: { from: 0, insert: 'zero\n' } }).state;
  expect(marked(written)).toEqual(['two: pia']);
  const second = set(written, pointer('pia', 2), pointer('hana', 4));
  expect(marked(second)).toEqual(['two: pia', 'three: hana']);
  expect(marked(set(second, pointer('pia', 2)))).toEqual(['two: pia']);
});

test('a mark that was taken away and set again is counted in the text as it is then', () => {
  const written = set(begin(), pointer('pia', 2)).update({ changes: { from: 0, insert: 'zero\n' } }).state;
  expect(marked(set(set(written), pointer('pia', 2)))).toEqual(['one: pia']);
});

test('lines beyond the end, and marks of lines that are gone, are not shown', () => {
  expect(marked(set(begin(), pointer('pia', 40), { ...pointer('hana', 1), lines: null }))).toEqual([]);
});

test('where a mark is can be told in words while the text changes, also when nothing of it is left', () => {
  const two = { ...pointer('pia', 2), lines: { from: 2, to: 3 } };
  const pointed = set(begin(), two);
  expect(markedLines(pointed)).toEqual(new Map([['pia', { from: 2, to: 3 }]]));
  const written = pointed.update({ changes: { from: 0, insert: 'zero\n' } }).state;
  expect(markedLines(written)).toEqual(new Map([['pia', { from: 3, to: 4 }]]));
  const cut = written.update({ changes: { from: 4, to: written.doc.length } }).state;
  expect(markedLines(cut)).toEqual(new Map([['pia', null]]));
  expect(markedLines(set(begin()))).toEqual(new Map());
});
