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
  const text = new RecordedText(typed(LONG)).reader();
  for (const count of [0, 1, 450, 3, 100, 99, 101, 200, 449, 250, 251, 450])
    expect(text.at(count * 10)).toBe(LONG.slice(0, count));
});

test('a long recording keeps no more whole states than a short one', () => {
  const letters = LONG.repeat(20);
  const text = new RecordedText(typed(letters));
  const reader = text.reader();
  expect(text.whole.length).toBeLessThanOrEqual(40);
  for (const count of [9_000, 0, 4_999, 5_000, 225, 8_999])
    expect(reader.at(count * 10)).toBe(letters.slice(0, count));
});

test('before the first update and after the last, the text does not change', () => {
  const text = new RecordedText(typed('abc')).reader();
  expect(text.at(9)).toBe('');
  expect(text.at(1_000_000)).toBe('abc');
  expect(new RecordedText([]).reader().at(5)).toBe('');
});

test('a seek applies fewer updates than are between two whole states, and the next frame only what is new', () => {
  let read = 0;
  const updates = typed(LONG.repeat(10)).map(({ at, update }) => ({
    at,
    get update() {
      read += 1;
      return update;
    },
  }));
  const text = new RecordedText(updates);
  const [shown, before] = [text.reader(), text.reader()];
  const readFor = (ms: number) => {
    read = 0;
    shown.at(ms);
    before.at(ms - 1_000);
    return read;
  };
  for (const ms of [44_000, 20, 31_230, 30_000, 9_990]) expect(readFor(ms)).toBeLessThan(2 * 113);
  for (let ms = 10_000; ms < 12_000; ms += 20) expect(readFor(ms)).toBeLessThanOrEqual(4);
});
