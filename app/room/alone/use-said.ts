import { useState } from 'react';
import { browserStorage } from '@/app/live/key-value';

const storage = browserStorage();

/** What somebody wrote down of their answer: it stays in this browser. */
export function useSaid(roomId: string, askId: string): [string, (text: string) => void] {
  const key = `hotseat:said/${roomId}/${askId}`;
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
