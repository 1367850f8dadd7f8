import { useSyncExternalStore } from 'react';
import { browserStorage } from '@/app/live/key-value';

const storage = browserStorage();
const keyOf = (roomId: string, askId: string) => `hotseat:said/${roomId}/${askId}`;

/** Everything on this page that shows such a text. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function keep(key: string, text: string): void {
  if (text) storage.set(key, text);
  else storage.remove(key);
  for (const listener of listeners) listener();
}

/**
 * What somebody wrote down of their answer, fresh as it changes: it stays in this browser until it is deleted, or sent for
 * a second opinion.
 */
export function useSaid(roomId: string, askId: string): [string, (text: string) => void] {
  const key = keyOf(roomId, askId);
  const text = useSyncExternalStore(
    subscribe,
    () => storage.get(key) ?? '',
    () => '',
  );
  return [text, (next) => keep(key, next)];
}

/** More of the same, as it was recognised. */
export function addSaid(roomId: string, askId: string, text: string): void {
  const key = keyOf(roomId, askId);
  const before = storage.get(key);
  keep(key, before ? `${before} ${text}` : text);
}

export function deleteSaid(roomId: string, askId: string): void {
  keep(keyOf(roomId, askId), '');
}
