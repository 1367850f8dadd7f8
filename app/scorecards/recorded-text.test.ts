import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RecordedText, type RecordedUpdate } from './recorded-text';

/** One letter every ten milliseconds. */
function typed(text: string): RecordedUpdate[] {
  const doc = new Y.Doc();
  const updates: RecordedUpdate[] = [];
  doc.on('update', (update: Uint8Array) => updates.push({ at: (updates.length + 1) * 10, update }));
  for (const [index, letter] of [...text].entries()) doc.getText('code').insert(index, letter);
  return updates;
}

const LONG = 'abcdefghij'.repeat(45);

test('a recorded text is right at any moment, whichever was shown before', () => {
  const text = new RecordedText(typed(LONG));
  for (const count of [0, 1, 450, 3, 100, 99, 101, 200, 449, 250, 251, 450])
    expect(text.at(count * 10)).toBe(LONG.slice(0, count));
});

test('a long recording keeps no more whole states than a short one', () => {
  const letters = LONG.repeat(20);
  const text = new RecordedText(typed(letters));
  expect(text.whole.length).toBeLessThanOrEqual(40);
  for (const count of [9_000, 0, 4_999, 5_000, 225, 8_999])
    expect(text.at(count * 10)).toBe(letters.slice(0, count));
});

test('before the first update and after the last, the text does not change', () => {
  const text = new RecordedText(typed('abc'));
  expect(text.at(9)).toBe('');
  expect(text.at(1_000_000)).toBe('abc');
  expect(new RecordedText([]).at(5)).toBe('');
});
