import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, test } from 'vitest';
import { CODE_LIMITS } from '@/server/protocol/words';
import { lengthLimit } from './length-limit';

const paste = (insert: string, to = 0): TransactionSpec => ({
  changes: { from: 0, to, insert },
  userEvent: 'input.paste',
});

test('a paste beyond the limit of the code inserts nothing and is told, and a text that is too long can be shortened', () => {
  const told: string[] = [];
  const doc = 'x'.repeat(CODE_LIMITS.text - 10);
  const start = EditorState.create({ doc, extensions: lengthLimit(() => void told.push('too long')) });
  const full = start.update(paste('0123456789')).state;
  expect([full.doc.length, told.length]).toEqual([CODE_LIMITS.text, 0]);
  expect([full.update(paste('!')).state.doc.length, told.length]).toEqual([CODE_LIMITS.text, 1]);
  const longer = full.update({ changes: { from: 0, insert: 'from the room' } }).state;
  expect(longer.doc.length).toBe(CODE_LIMITS.text + 13);
  expect(longer.update(paste('short', 100)).state.doc.length).toBe(CODE_LIMITS.text + 13 - 95);
  expect(told).toHaveLength(1);
});
