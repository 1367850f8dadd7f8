'use client';

import { useEffect, useState } from 'react';
import type { Forecast } from '@/app/agenda/forecast';
import { ask } from '@/app/http';
import { useLive } from '@/app/live/use-room';
import { useDoor, useMembers, useRoomSlice } from '@/app/room/people/use-everybody';
import type { PlanForecast } from '@/server/protocol/agenda-wish';

/**
 * The forecast of the plan for the people who are here now, for the host. It is fetched again whenever somebody joins or
 * leaves or the plan changes. After a failure the previous one stays.
 */
export function useRoomForecast(): Forecast {
  const { roomId } = useRoomSlice();
  const [known, setKnown] = useState<{ asked: string; forecast: PlanForecast } | null>(null);
  const people = useMembers().map(({ id, role, sat }) => `${id} ${role} ${sat}`);
  const settings = useDoor()?.settings;
  const round = useLive((state) => state.view.round);
  const asked = settings ? JSON.stringify([people, settings, round?.roundId]) : null;

  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    void ask<PlanForecast>('GET', `/api/rooms/${roomId}/forecast`, stop.signal).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setKnown({ asked, forecast: answer.value });
    });
    return () => stop.abort();
  }, [roomId, asked]);

  return { forecast: asked === null ? null : (known?.forecast ?? null), stale: known?.asked !== asked };
}
