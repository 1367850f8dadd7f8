import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { CodeListener } from '@/app/live/code-channel';
import { beginning, missingFor } from '@/server/code/document';
import type { Ack } from '@/server/protocol/wire';
import { toBase64 } from './base64';
import { deliver } from './delivery';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(5_000);

/** A room with a text, and a window that typed something it could not send. */
function room(answers: (Ack | null)[] = []) {
  const doc = beginning('one\n');
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(mine);
  mine.getText('code').insert(0, '# typed\n# offline\n');
  const unsent = {
    kept: toBase64(Y.encodeStateAsUpdate(mine, before)),
    get: () => unsent.kept,
    set: (update: string) => {
      unsent.kept = update;
    },
  };
  const late: string[] = [];
  let listener: CodeListener | null = null;
  const channel = {
    listen: (_: string, one: CodeListener) => {
      listener = one;
      return () => {
        listener = null;
      };
    },
    sync: async (_: string, vector: Uint8Array) => missingFor(doc, vector),
    send: async ({ update }: { update: Uint8Array }) => {
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      Y.applyUpdate(doc, update);
      return { ok: true, seq: 1 } as Ack;
    },
  };
  const stop = deliver(channel, 'a1', unsent, (words) => void late.push(words));
  return {
    stop,
    late,
    unsent,
    open: (isOpen = true) => listener?.open(isOpen),
    text: () => doc.getText('code').toJSON(),
    takesAlready: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine)),
  };
}

const rejected = { ok: false, code: 'not-allowed', message: 'no' } as Ack;

test('what was typed in an editor that is closed is sent as soon as the room is there', async () => {
  const { open, text, unsent, late } = room();
  await settled();
  expect(text()).toBe('one\n');
  open();
  await settled();
  expect(text()).toBe('# typed\n# offline\none\n');
  expect([unsent.kept, late]).toEqual(['', ['']]);
});

test('it is sent again while the room cannot take it, or may not have heard it', async () => {
  const { open, text, unsent } = room([null, { ok: false, code: 'unavailable', message: '' }]);
  open();
  await settled();
  expect(text()).toBe('# typed\n# offline\none\n');
  expect(unsent.kept).toBe('');
});

test('what the room rejects is given back in words, once', async () => {
  const { open, text, unsent, late } = room([rejected]);
  open();
  await settled();
  expect(text()).toBe('one\n');
  expect([unsent.kept, late]).toEqual(['', ['# typed\n# offline']]);
});

test('what the room has already is not late, even if nothing more may be written', async () => {
  const { open, takesAlready, unsent, late } = room([rejected]);
  takesAlready();
  open();
  await settled();
  expect([unsent.kept, late]).toEqual(['', ['']]);
});

test('an editor that opens goes on with it', async () => {
  const { open, stop, unsent, late } = room([rejected]);
  open();
  stop();
  await settled();
  expect(unsent.kept).not.toBe('');
  expect(late).toEqual([]);
});
