'use client';

import { useEffect, useState } from 'react';
import type { Answer } from '@/app/account/post';
import { useLive } from '@/app/live/use-room';
import type { PlanForecast } from '@/server/protocol/agenda-wish';
import { useDoor, useMembers, useRoomSlice } from './use-everybody';

/**
 * What the plan comes to with the people who are here now, for the host: asked again whenever somebody comes or goes or
 * the plan changes. Null until it is known; an answer that fails leaves the one before.
 */
export function useRoomForecast(): PlanForecast | null {
  const { roomId } = useRoomSlice();
  const [forecast, setForecast] = useState<PlanForecast | null>(null);
  const people = useMembers().map(({ id, role, sat }) => `${id} ${role} ${sat}`);
  const settings = useDoor()?.settings;
  const round = useLive((state) => state.slices.round);
  const depends = settings ? JSON.stringify([people, settings, round?.roundId]) : null;

  useEffect(() => {
    if (depends === null) return;
    const stop = new AbortController();
    void load(roomId, stop.signal).then((loaded) => loaded && setForecast(loaded));
    return () => stop.abort();
  }, [roomId, depends]);

  return depends === null ? null : forecast;
}

async function load(roomId: string, signal: AbortSignal): Promise<PlanForecast | null> {
  try {
    const response = await fetch(`/api/rooms/${roomId}/forecast`, { signal });
    const answer: Answer<PlanForecast> = await response.json();
    return answer.ok ? answer.value : null;
  } catch {
    return null;
  }
}
