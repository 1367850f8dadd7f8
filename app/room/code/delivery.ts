import * as Y from 'yjs';
import type { CodeChannel } from '@/app/live/code-channel';
import { CODE_LIMITS } from '@/server/protocol/words';
import { fromBase64 } from './base64';
import type { Unsent } from './shared-text';
import { lackedOf, piecesOf } from './update-pieces';
import { wordsTyped } from './words-typed';

type Channel = Pick<CodeChannel, 'listen' | 'send' | 'sync'>;

/** How long (ms) until what could not be sent is sent again. */
const AGAIN_MS = 1_000;
const NOTHING = Y.encodeStateVector(new Y.Doc());

/**
 * Sends what was typed in an editor that has closed since, for as long as the room may still take it. `late` gets the words
 * that it rejects. Ends when the returned function is called.
 */
export function deliver(
  channel: Channel,
  askId: string,
  unsent: Pick<Unsent, 'get' | 'set'>,
  late: (words: string) => void,
): () => void {
  let isOver = false;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    if (isOver || isSending) return;
    isSending = true;
    const kept = unsent.get();
    const words = await rejectedOf(channel, askId, kept);
    isSending = false;
    // Meanwhile an editor may have opened, which goes on with it.
    if (isOver) return;
    if (words === null || unsent.get() !== kept) {
      timer = setTimeout(() => void go(), AGAIN_MS);
      return;
    }
    unsent.set('');
    late(words);
  };
  const stop = channel.listen(askId, {
    open: (isOpen) => {
      clearTimeout(timer);
      if (isOpen) void go();
    },
    updated: () => {},
    moved: () => {},
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
  };
}

/** What it says that the room does not take; empty if it has all of it, and null if that is not known yet. */
async function rejectedOf(channel: Channel, askId: string, kept: string): Promise<string | null> {
  const update = readable(kept);
  if (!update) return '';
  const room = await channel.sync(askId, NOTHING);
  const lacked = room ? lackedOf(update, room) : update;
  if (!lacked) return '';
  for (const piece of piecesOf(lacked, CODE_LIMITS.update)) {
    const reply = await channel.send({ askId, update: piece });
    if (!reply) return null;
    if (reply.ok) continue;
    return reply.code === 'slow-down' || reply.code === 'unavailable' ? null : wordsTyped(lacked);
  }
  return '';
}

function readable(kept: string): Uint8Array | null {
  try {
    const update = fromBase64(kept);
    Y.decodeUpdate(update);
    return update;
  } catch {
    return null;
  }
}
