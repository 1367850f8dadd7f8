'use client';

import { useEffect, useState } from 'react';
import type { ClockSlice } from '@/server/protocol/view-asking';
import { usedMs } from '@/server/room/rules';
import { useRoomClient } from './use-room';

/** The server's time in ms, updated every `everyMs` while `ticking`. */
export function useServerNow(everyMs: number, ticking = true): number {
  const { clock } = useRoomClient();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    setNow(clock.now());
    if (!ticking) return;
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs, ticking]);
  return now;
}

export interface AnswerTime {
  usedMs: number;
  /** Negative once over. */
  leftMs: number;
  targetMs: number;
  running: boolean;
}

/** The live ask's clock, ticking a few times a second while it runs; null without one. */
export function useAnswerTime(clock: ClockSlice): AnswerTime | null {
  const running = clock?.runningSince != null;
  const now = useServerNow(250, running);
  if (!clock) return null;
  // A clock that has just been resumed may be ahead of an earlier `now`.
  const used = usedMs(clock, now);
  return { usedMs: used, leftMs: clock.targetMs - used, targetMs: clock.targetMs, running };
}
