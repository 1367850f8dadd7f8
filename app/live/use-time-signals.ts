'use client';

import { useEffect, useRef } from 'react';
import type { ClockSlice } from '@/server/protocol/views';
import { useRoomClient } from './use-room';
import { usedMs } from './use-time';

export interface TimeSignals {
  half?: () => void;
  lastMinute?: () => void;
  over?: () => void;
}

/** One minute; not said for answers that are hardly longer than that. */
const LAST_MS = 60_000;

/** Calls each signal when the live answer passes it. A signal that lies behind already stays silent. */
export function useTimeSignals(clock: ClockSlice, signals: TimeSignals): void {
  const client = useRoomClient();
  const latest = useRef(signals);
  useEffect(() => {
    latest.current = signals;
  });
  useEffect(() => {
    if (!clock || clock.runningSince === null) return;
    const { targetMs } = clock;
    const used = usedMs(clock, client.clock.now());
    const at: [number, () => void][] = [
      [targetMs / 2, () => latest.current.half?.()],
      [targetMs > LAST_MS * 1.5 ? targetMs - LAST_MS : 0, () => latest.current.lastMinute?.()],
      [targetMs, () => latest.current.over?.()],
    ];
    const timers = at.filter(([ms]) => ms > used).map(([ms, run]) => setTimeout(run, ms - used));
    return () => timers.forEach(clearTimeout);
  }, [client, clock]);
}
