import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { beginning } from '@/server/code/document';
import { linesIn, placeOf } from './places';
import { type LineMark, placedIn } from './places-of-marks';

const ORIGINAL = 'one\ntwo\nthree\nfour';
const docOf = (text: Y.Text) => Text.of(text.toJSON().split('\n'));

const issue = (line: number): LineMark => ({
  id: `issue/${line}`,
  kind: 'issue',
  lines: { from: line, to: line },
  title: 'an issue',
  shown: true,
});

/** The lines of a mark in a text; null where they are gone. */
function linesOf(text: Y.Text, mark: LineMark) {
  const [placed] = placedIn(text, docOf(text), [mark], ORIGINAL);
  return placed?.at ? linesIn(docOf(text), placed.at) : null;
}

test('Enter before an issue, in the very place where it begins, moves its mark to the next line', () => {
  const text = beginning(ORIGINAL).getText('code');
  text.insert(4, '\n');
  expect(linesOf(text, issue(2))).toEqual({ from: 3, to: 3 });
  text.delete(4, 1);
  text.delete(3, 1);
  expect(linesOf(text, issue(2))).toEqual({ from: 1, to: 1 });
});

test('a find and a pointer are followed by their place, and move by themselves without one', () => {
  const text = beginning(ORIGINAL).getText('code');
  const lines = { from: 2, to: 2 };
  const find: LineMark = { id: 'find/pia/1', kind: 'find', lines, title: '', shown: false };
  const place = placeOf(text, 4, 7);
  text.insert(0, 'zero\n');
  expect(linesOf(text, { ...find, place })).toEqual({ from: 3, to: 3 });
  expect(placedIn(text, docOf(text), [find], ORIGINAL)[0]?.moves).toBe(true);
});

test('in a replay, which writes each moment anew, an issue is found by what its line says', () => {
  const text = new Y.Doc().getText('code');
  text.insert(0, 'zero\none\nthree\nfour and more\nfive');
  expect([1, 2, 3, 4].map((line) => linesOf(text, issue(line)))).toEqual([
    { from: 2, to: 2 },
    null,
    { from: 3, to: 3 },
    { from: 4, to: 5 },
  ]);
});
