'use client';

import { useEffect, useState } from 'react';
import type { Forecast } from '@/app/agenda/forecast';
import { post } from '@/app/http';
import type { PlanForecast, SharesWish } from '@/server/protocol/agenda-wish';

/** Milliseconds without a change before the forecast is fetched. */
const PAUSE_MS = 250;

/** The forecast for this many people, never that of another pack. `failed`: the last request had no answer. */
export function useForecast(packId: string, wish: SharesWish): Forecast & { failed: boolean } {
  const asked = JSON.stringify(wish);
  const [known, setKnown] = useState<{ packId: string; asked: string; forecast: PlanForecast } | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let left = false;
    const ask = async () => {
      const path = `/api/packs/${encodeURIComponent(packId)}/forecast`;
      const answer = await post<PlanForecast>(path, JSON.parse(asked));
      if (left) return;
      setFailed(!answer.ok);
      if (answer.ok) setKnown({ packId, asked, forecast: answer.value });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [packId, asked]);

  const forecast = known?.packId === packId ? known.forecast : null;
  return { forecast, stale: known?.asked !== asked, failed };
}
