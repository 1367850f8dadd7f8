'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { useOnline } from '@/app/live/use-room';
import type { SpokenAnswer } from '@/server/protocol/try-out';

/** The simulated candidate's answer to the live question; null while there is none. */
export function useSpoken(roomId: string, liveAskId: string | null): SpokenAnswer | null {
  const [spoken, setSpoken] = useState<SpokenAnswer | null>(null);
  const online = useOnline();
  useEffect(() => {
    // A server that was restarted plays nobody until it is asked.
    if (!online) return;
    let isOver = false;
    // Fetched also without a question, since this brings back simulated people who were gone.
    void ask<SpokenAnswer | null>('GET', `/api/try-outs/${roomId}/spoken?ask=${liveAskId ?? ''}`).then(
      (answer) => {
        if (!isOver && answer.ok) setSpoken(answer.value);
      },
    );
    return () => {
      isOver = true;
    };
  }, [roomId, liveAskId, online]);
  return spoken?.askId === liveAskId ? spoken : null;
}
