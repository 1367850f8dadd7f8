'use client';

import { useEffect, useState } from 'react';
import { useRoomClient } from '@/app/live/use-room';
import { SharedText } from './shared-text';

/** The text of an exercise as the room has it, to read; null until it is here. */
export function useTextNow(askId: string): string | null {
  const client = useRoomClient();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const shared = new SharedText(client.code, askId, {
      changed: (state) => setText(state === 'loading' ? null : shared.text.toJSON()),
      lost: () => {},
      moved: () => {},
    });
    return () => shared.close();
  }, [client, askId]);
  return text;
}
