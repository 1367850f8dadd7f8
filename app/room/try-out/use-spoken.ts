'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { useOnline } from '@/app/live/use-room';
import type { SpokenAnswer } from '@/server/protocol/try-out';

/** Said while nobody plays the simulated people. */
export const BUSY =
  'Your panel is busy, or sits in another tab of yours. It comes back automatically; you can also start again.';

/** Milliseconds between two requests: while they fail, and while they don't. */
const RETRY_MS = 2_000;
const AGAIN_MS = 20_000;

interface Spoken {
  /** Null while there is nothing to hear. */
  spoken: SpokenAnswer | null;
  /** Nobody plays the simulated people now. */
  isBusy: boolean;
}

/** What a simulated person says about the live question. Asking again and again brings back people who were gone. `followUps`: how many were pushed, each of which gets a line. */
export function useSpoken(roomId: string, liveAskId: string | null, followUps = 0): Spoken {
  const [spoken, setSpoken] = useState<SpokenAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
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
      setIsBusy(failed > 0);
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
  return { spoken: spoken?.askId === liveAskId ? spoken : null, isBusy };
}
