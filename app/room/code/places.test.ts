import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { linesOf, placeOf } from './places';

/** A text in which somebody points at `two` and `three`, and another copy of it, which is changed later. */
function pointed(change: (text: Y.Text) => void) {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const text = mine.getText('code');
  text.insert(0, 'one\ntwo\nthree\nfour');
  const place = placeOf(text, text.toJSON().indexOf('two'), text.toJSON().indexOf('\nfour'));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  change(theirs.getText('code'));
  return linesOf(theirs.getText('code'), place, { from: 2, to: 3 });
}

test('the lines that somebody pointed at are found in a text that has changed since, also after a reload', () => {
  expect(pointed(() => {})).toEqual({ from: 2, to: 3 });
  expect(pointed((text) => text.insert(0, 'zero\n\n'))).toEqual({ from: 4, to: 5 });
  expect(pointed((text) => text.insert(text.length, '\nfive'))).toEqual({ from: 2, to: 3 });
  expect(pointed((text) => text.insert(5, '\n\n'))).toEqual({ from: 2, to: 5 });
  expect(pointed((text) => text.delete(0, 4))).toEqual({ from: 1, to: 2 });
});

test('lines that are gone are nowhere, and those of an unknown place are where they were', () => {
  expect(pointed((text) => text.delete(4, 10))).toBeNull();
  const lines = { from: 7, to: 9 };
  expect(linesOf(new Y.Doc().getText('code'), { from: 'no position', to: '{}' }, lines)).toEqual(lines);
});
