import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordsTyped } from './words-typed';

/** What was typed after the text had arrived. */
function typed(change: (text: Y.Text) => void): string {
  const doc = new Y.Doc();
  const text = doc.getText('code');
  text.insert(0, 'one\ntwo\n');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  change(text);
  return wordsTyped(Y.mergeUpdates(updates));
}

test('what was typed letter by letter is one text, without what was deleted again', () => {
  const words = typed((text) => {
    for (const letter of '  three 🙂\nx') text.insert(text.length - 'two\n'.length, letter);
    text.delete(4 + '  three 🙂\n'.length, 1);
  });
  expect(words).toBe('  three 🙂');
});

test('what was typed in another place is on another line', () => {
  expect(
    typed((text) => {
      text.insert(0, 'above');
      text.insert(text.length, 'below');
    }),
  ).toBe('above\nbelow');
});

test('who only deleted has typed nothing', () => {
  expect(typed((text) => text.delete(0, 4))).toBe('');
});
