import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { lineMarks, linesMarked, type PlacedMark, setMarks } from './line-marks';

const DOC = 'one\ntwo\nthree\n';
const begin = () => EditorState.create({ doc: DOC, extensions: [lineMarks] });
const at = (word: string) => ({ from: DOC.indexOf(word), to: DOC.indexOf(word) + word.length });
const mark = (key: string, word: string, more: Partial<PlacedMark> = {}): PlacedMark => ({
  key,
  kind: 'pointed',
  title: key,
  at: at(word),
  moves: false,
  ...more,
});
const set = (state: EditorState, ...marks: PlacedMark[]) =>
  state.update({ effects: setMarks.of(marks) }).state;
const written = (state: EditorState, from: number, insert: string) =>
  state.update({ changes: { from, insert } }).state;

/** What is highlighted, with who pointed at it. */
function highlighted(state: EditorState): string[] {
  const found: string[] = [];
  state.field(lineMarks).set.between(0, state.doc.length, (from, to, { spec }) => {
    if (from < to) found.push(`${state.sliceDoc(from, to)}: ${spec.key}`);
  });
  return found;
}

test('the characters that somebody points at are highlighted, and their lines are marked', () => {
  const state = set(begin(), mark('pia', 'wo'));
  expect(highlighted(state)).toEqual(['wo: pia']);
  expect(linesMarked(state, 'pia')).toEqual([2]);
});

test('an issue is whole lines', () => {
  const state = set(begin(), mark('leak', 'two', { kind: 'issue' }));
  expect(highlighted(state)).toEqual([]);
  expect(linesMarked(state, 'leak')).toEqual([2]);
});

test('a mark that is placed anew is where it is now, also after Enter at the start of its line', () => {
  const state = written(set(begin(), mark('pia', 'two')), 4, '\n');
  const placed = set(state, mark('pia', 'two', { at: { from: 5, to: 8 } }));
  expect(highlighted(placed)).toEqual(['two: pia']);
  expect(linesMarked(placed, 'pia')).toEqual([3]);
});

test('marks beyond the end, and of what is gone, are not shown', () => {
  const state = set(
    begin(),
    mark('pia', 'two', { at: { from: 90, to: 99 } }),
    mark('hana', 'one', { at: null }),
  );
  expect(highlighted(state)).toEqual([]);
  expect(linesMarked(state, 'pia')).toEqual([]);
});

describe('a mark that the text cannot place', () => {
  const moves = { moves: true };

  test('moves with what is written, and does not jump back when another comes or goes', () => {
    const state = written(set(begin(), mark('pia', 'two', moves)), 0, 'zero\n');
    expect(highlighted(state)).toEqual(['two: pia']);
    const second = set(state, mark('pia', 'two', moves), mark('hana', 'one', moves));
    expect(highlighted(second)).toEqual(['zer: hana', 'two: pia']);
    expect(linesMarked(second, 'pia')).toEqual([3]);
    expect(highlighted(set(second, mark('pia', 'two', moves)))).toEqual(['two: pia']);
  });

  test('is placed in the text as it is then if it was taken away and set again', () => {
    const state = written(set(begin(), mark('pia', 'two', moves)), 0, 'zero\n');
    const again = set(set(state), mark('pia', 'two', moves));
    const { from, to } = at('two');
    expect(highlighted(again)).toEqual([`${state.sliceDoc(from, to)}: pia`]);
  });
});
