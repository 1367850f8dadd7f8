import { afterEach, beforeEach, vi } from 'vitest';
import type { Command } from '@/server/protocol/commands';
import type { Locks } from './drafts';
import { FakeLink } from './fake-link';
import { memoryStorage } from './key-value';
import { RoomClient } from './room-client';

export const ROOM = 'rm_000000000000';
export const ME = 'mb_priya0000000';

export const rate = (value: number | null): Command => ({ type: 'SubmitRating', askId: 'a1', value });
export const say = (text: string): Command => ({ type: 'SendMessage', roundId: 'r1', text });
export const note = (noteId: string, text: string): Command => ({
  type: 'WriteNote',
  askId: 'a1',
  noteId,
  text,
  atMs: 42_000,
  share: 'none',
});

/** A browser with one storage: every `open` is a tab of the same person. Time passes only when the test moves it. */
export function aBrowser() {
  const browser = {
    storage: memoryStorage(),
    open(locks?: Locks) {
      const link = new FakeLink();
      const client = new RoomClient(link, browser.storage, ROOM, ME, undefined, locks);
      client.open();
      return { link, client };
    },
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    browser.storage = memoryStorage();
  });
  afterEach(() => vi.useRealTimers());
  return browser;
}

/** Lets everything run that needs no time. */
export const settled = () => vi.advanceTimersByTimeAsync(0);
