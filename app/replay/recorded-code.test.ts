import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { toBase64 } from '@/app/room/code/base64';
import type { Playback } from '@/server/protocol/playback';
import { RecordedCode } from './recorded-code';

const STARTED = 1_000_000;

/** What was typed, a second for each text. */
function written(...texts: string[]): Playback {
  const doc = new Y.Doc();
  const updates: Playback['updates'] = [];
  doc.on('update', (update: Uint8Array) =>
    updates.push({ at: updates.length * 1_000, data: toBase64(update) }),
  );
  for (const text of texts)
    doc.transact(() => {
      doc.getText('code').delete(0, doc.getText('code').length);
      doc.getText('code').insert(0, text);
    });
  const length = updates.at(-1)?.at ?? 0;
  return { askId: 'a1', startedAt: STARTED, language: null, length, updates, marks: [] };
}

test('an editor that follows it has the text of the moment, forwards or backwards', () => {
  const editor = new Y.Doc();
  const texts = ['one two', 'one 🙂 two', 'one 🙃 two', 'one 𝌃 two', '', 'aaa', 'aa'];
  const code = new RecordedCode(written(...texts), (update) => Y.applyUpdate(editor, update));
  const at = (second: number) => {
    code.passesTo(STARTED + second * 1_000);
    return editor.getText('code').toJSON();
  };
  expect([0, 1, 2, 3, 4, 5, 6, 9].map(at)).toEqual([...texts, 'aa']);
  expect([5, 2, 1, 0, -5, 3].map(at)).toEqual([5, 2, 1, 0, 0, 3].map((no) => texts[no]));
});

test('an editor that opens at a moment gets what it lacks, and only changes are edits', () => {
  const edits: Uint8Array[] = [];
  const code = new RecordedCode(
    written('a long line of code', 'a long line of good code'),
    (update) => void edits.push(update),
  );
  code.passesTo(STARTED);
  const editor = new Y.Doc();
  Y.applyUpdate(editor, code.missing(Y.encodeStateVector(editor)).update);
  expect(editor.getText('code').toJSON()).toBe('a long line of code');
  code.passesTo(STARTED + 1_000);
  expect(edits).toHaveLength(2);
  expect(edits[1]?.byteLength).toBeLessThan(40);
});
