import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { linesIn, placeOf, rangeOf } from './places';

/** A text in which somebody points at `two` and `three`, and another copy of it, which is changed later. */
function pointed(change: (text: Y.Text) => void) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const text = mine.getText('code');
  text.insert(0, 'one\ntwo\nthree\nfour');
  const place = placeOf(text, text.toJSON().indexOf('two'), text.toJSON().indexOf('\nfour'));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  const now = theirs.getText('code');
  change(now);
  const range = rangeOf(now, place);
  return range && linesIn(Text.of(now.toJSON().split('\n')), range);
}

test('the lines that somebody pointed at are found in a text that has changed since, also after a reload', () => {
  expect(pointed(() => {})).toEqual({ from: 2, to: 3 });
  expect(pointed((text) => text.insert(0, 'zero\n\n'))).toEqual({ from: 4, to: 5 });
  expect(pointed((text) => text.insert(text.length, '\nfive'))).toEqual({ from: 2, to: 3 });
  expect(pointed((text) => text.insert(5, '\n\n'))).toEqual({ from: 2, to: 5 });
  expect(pointed((text) => text.delete(0, 4))).toEqual({ from: 1, to: 2 });
});

test('a line that is added or joined at their very start does not take them along', () => {
  expect(pointed((text) => text.insert(4, '\n'))).toEqual({ from: 3, to: 4 });
  expect(pointed((text) => text.delete(3, 1))).toEqual({ from: 1, to: 2 });
});

test('a line that is added above does not widen them where it takes their indentation along', () => {
  const text = new Y.Doc().getText('code');
  text.insert(0, '  two\nthree');
  const place = placeOf(text, 0, text.length);
  text.delete(0, 2);
  text.insert(0, '\n  ');
  const range = rangeOf(text, place);
  expect(range && linesIn(Text.of(text.toJSON().split('\n')), range)).toEqual({ from: 2, to: 3 });
});

test('lines that are gone are nowhere, and an unknown place is unknown', () => {
  expect(pointed((text) => text.delete(4, 10))).toBeNull();
  expect(rangeOf(new Y.Doc().getText('code'), { from: 'no position', to: '{}' })).toBeUndefined();
});

test('a selection that ends where a line begins holds nothing of that line', () => {
  const doc = Text.of(['one', 'two', '']);
  expect(linesIn(doc, { from: 0, to: 4 })).toEqual({ from: 1, to: 1 });
  expect(linesIn(doc, { from: 0, to: 5 })).toEqual({ from: 1, to: 2 });
  expect(linesIn(doc, { from: 4, to: 4 })).toEqual({ from: 2, to: 2 });
});
