import { useState } from 'react';
import { browserStorage } from '@/app/live/key-value';

const storage = browserStorage();
const keyOf = (roomId: string, askId: string) => `hotseat:said/${roomId}/${askId}`;

/** What somebody wrote down of their answer: it stays in this browser. */
export function useSaid(roomId: string, askId: string): [string, (text: string) => void] {
  const key = keyOf(roomId, askId);
  const [text, setText] = useState(() => storage.get(key) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      if (next) storage.set(key, next);
      else storage.remove(key);
    },
  ];
}

/** More of the same, as it was recognised. */
export function addSaid(roomId: string, askId: string, text: string): void {
  const key = keyOf(roomId, askId);
  const before = storage.get(key);
  storage.set(key, before ? `${before} ${text}` : text);
}
