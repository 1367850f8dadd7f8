import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { beginning, missingFor } from '@/server/code/document';
import type { Ack } from '@/server/protocol/wire';
import { SharedText } from './shared-text';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(2_000);

const rejected = (code: string) => ({ ok: false, code, message: 'no' }) as Ack;

/** A window with the text of a room that answers so. */
function open(answer: () => Ack | Promise<Ack>) {
  const doc = beginning('one\n');
  const happened: string[] = [];
  const unsent = { kept: '' };
  const channel = {
    listen: (_: string, listener: { open(isOpen: boolean): void }) => {
      listener.open(true);
      return () => {};
    },
    sync: async (_: string, vector: Uint8Array) => missingFor(doc, vector),
    send: async ({ update }: { update: Uint8Array }) => {
      const reply = await answer();
      if (reply.ok) Y.applyUpdate(doc, update);
      return reply;
    },
  };
  const text = new SharedText(
    channel,
    'a1',
    {
      changed: (state) => void happened.push(state),
      lost: (reason, words) => void happened.push(`lost: ${reason}: ${words}`),
      loaded: () => void happened.push(`loaded: ${text.text.toJSON()}`),
      moved: () => {},
    },
    {
      get: () => unsent.kept,
      set: (update) => {
        unsent.kept = update;
      },
      listen: () => () => {},
    },
  );
  return { text, happened, unsent };
}

test('what is rejected is given back in words, and the text of the room loads again', async () => {
  const { text, happened, unsent } = open(() => rejected('not-allowed'));
  await settled();
  text.text.insert(0, '# mine\n');
  await settled();
  expect(happened).toEqual([
    'saved',
    'loaded: one\n',
    'saving',
    'loading',
    'lost: not-allowed: # mine',
    'saved',
    'loaded: one\n',
  ]);
  expect(unsent.kept).toBe('');
});

test('a text that takes no more changes says so for good', async () => {
  const { text } = open(() => rejected('text-full'));
  await settled();
  text.text.insert(0, '# one more\n');
  await settled();
  expect(text.state).toBe('full');
});

test('what a closing editor has under way remains kept, whatever the answer says to it', async () => {
  let answers: (ack: Ack) => void = () => {};
  const { text, happened, unsent } = open(
    () =>
      new Promise<Ack>((resolve) => {
        answers = resolve;
      }),
  );
  await settled();
  text.text.insert(0, '# mine\n');
  await settled();
  text.close();
  const { kept } = unsent;
  answers(rejected('not-allowed'));
  await settled();
  expect(unsent.kept).toBe(kept);
  expect(kept).not.toBe('');
  expect(happened.at(-1)).toBe('saving');
});
