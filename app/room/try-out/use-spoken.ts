'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import type { SpokenAnswer } from '@/server/protocol/try-out';

/** What the simulated candidate says to the live question; null while there is nothing to hear. */
export function useSpoken(roomId: string, liveAskId: string | null): SpokenAnswer | null {
  const [spoken, setSpoken] = useState<SpokenAnswer | null>(null);
  useEffect(() => {
    let isOver = false;
    // Asked without a question, too: simulated people who had gone come back.
    void ask<SpokenAnswer | null>('GET', `/api/try-outs/${roomId}/spoken?ask=${liveAskId ?? ''}`).then(
      (answer) => {
        if (!isOver && answer.ok) setSpoken(answer.value);
      },
    );
    return () => {
      isOver = true;
    };
  }, [roomId, liveAskId]);
  return spoken?.askId === liveAskId ? spoken : null;
}
