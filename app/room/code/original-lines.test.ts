import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { beginning } from '@/server/code/document';
import { rangeOfOriginal } from './original-lines';
import { linesIn } from './places';

const ORIGINAL = 'one\ntwo\nthree\nfour';

/** A window's copy of a text that others changed. */
function after(change: (text: Y.Text) => void): Y.Text {
  const written = beginning(ORIGINAL);
  change(written.getText('code'));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written));
  return doc.getText('code');
}

const of = (text: Y.Text) =>
  [1, 2, 3, 4].map((line) => {
    const range = rangeOfOriginal(text, ORIGINAL, line);
    return range && linesIn(Text.of(text.toJSON().split('\n')), range);
  });
const one = (line: number) => ({ from: line, to: line });

test('lines of the original are where they were in a text that nobody changed', () => {
  expect(of(after(() => {}))).toEqual([one(1), one(2), one(3), one(4)]);
});

test('they are found again below what was written above, and where they were changed', () => {
  const text = after((written) => {
    written.insert(0, 'zero\nzero and a half\n');
    written.insert(written.toJSON().indexOf('three') + 5, ' more');
  });
  expect(of(text)).toEqual([one(3), one(4), one(5), one(6)]);
});

test('a line that was broken in two is marked whole, and one that was rewritten is marked', () => {
  const text = after((written) => {
    written.delete(4, 3);
    written.insert(4, 'zwei');
    written.insert(1, '\n');
  });
  expect(text.toJSON()).toBe('o\nne\nzwei\nthree\nfour');
  expect(of(text)).toEqual([{ from: 1, to: 2 }, one(3), one(4), one(5)]);
});

test('a line that is gone is marked nowhere, and neither is any before the text has arrived', () => {
  expect(of(after((written) => written.delete(4, 4)))).toEqual([one(1), null, one(2), one(3)]);
  expect(of(new Y.Doc().getText('code'))).toEqual([null, null, null, null]);
});
