import { useSyncExternalStore } from 'react';
import { browserStorage } from '@/app/live/key-value';

const storage = browserStorage();
const PREFIX = 'hotseat:said/';
const keyOf = (roomId: string, askId: string) => `${PREFIX}${roomId}/${askId}`;

/** Everything on this page that shows such a text. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * What somebody wrote down of their answer, fresh as it changes: it stays in this browser until it is deleted, or sent for
 * a second opinion.
 */
export function useSaid(roomId: string, askId: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => saidSoFar(roomId, askId),
    () => '',
  );
  return [text, (next) => keepSaid(roomId, askId, next)];
}

/** More of the same, as it was recognised. */
export function addSaid(roomId: string, askId: string, text: string): void {
  const before = saidSoFar(roomId, askId);
  keepSaid(roomId, askId, before ? `${before} ${text}` : text);
}

/** What was written down of an answer so far. */
function saidSoFar(roomId: string, askId: string): string {
  return storage.get(keyOf(roomId, askId)) ?? '';
}

export function keepSaid(roomId: string, askId: string, text: string): void {
  if (text) storage.set(keyOf(roomId, askId), text);
  else storage.remove(keyOf(roomId, askId));
  for (const listener of listeners) listener();
}

/** The answers of which something was written down in this browser. */
export function saidInAll(): { roomId: string; askId: string }[] {
  return [...new Set(storage.keys())].flatMap((key) => {
    const [roomId, askId] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split('/') : [];
    return roomId && askId ? [{ roomId, askId }] : [];
  });
}

export function deleteSaid(roomId: string, askId: string): void {
  keepSaid(roomId, askId, '');
}
