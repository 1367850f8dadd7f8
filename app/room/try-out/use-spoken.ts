'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { useOnline } from '@/app/live/use-room';
import type { SpokenAnswer } from '@/server/protocol/try-out';
import { NO_TROUBLE, troubleOf } from './trouble';

/** Milliseconds between two requests: while they fail, and while they don't. */
const RETRY_MS = 2_000;
const AGAIN_MS = 20_000;

interface Spoken {
  /** Null while there is nothing to hear. */
  spoken: SpokenAnswer | null;
  /** Why nobody plays the simulated people now; null while somebody does. */
  trouble: string | null;
}

/** What a simulated person says about the live question. Asking again and again brings back people who were gone. `followUps`: how many were pushed, each of which gets a line. */
export function useSpoken(roomId: string, liveAskId: string | null, followUps = 0): Spoken {
  const [spoken, setSpoken] = useState<SpokenAnswer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const online = useOnline();
  useEffect(() => {
    // A server that was restarted plays nobody until it is asked.
    if (!online) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failed = 0;
    const request = async () => {
      clearTimeout(timer);
      const answer = await ask<SpokenAnswer | null>(
        'GET',
        `/api/try-outs/${roomId}/spoken?ask=${liveAskId ?? ''}&followUps=${followUps}`,
      );
      if (isOver) return;
      if (answer.ok) setSpoken(answer.value);
      failed = answer.ok ? 0 : failed + 1;
      const { words, passes } = answer.ok ? NO_TROUBLE : troubleOf(answer, failed);
      setTrouble(words);
      if (!passes) return;
      timer = setTimeout(
        () => void request(),
        failed > 0 ? Math.min(AGAIN_MS, RETRY_MS * 2 ** (failed - 1)) : AGAIN_MS,
      );
    };
    const onShown = () => {
      if (document.visibilityState === 'visible') void request();
    };
    void request();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [roomId, liveAskId, followUps, online]);
  return { spoken: spoken?.askId === liveAskId ? spoken : null, trouble };
}
