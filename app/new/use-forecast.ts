'use client';

import { useEffect, useState } from 'react';
import { post } from '@/app/account/post';
import type { PlanForecast, SharesWish } from '@/server/protocol/agenda-wish';

/** Milliseconds without a change before it is asked for. */
const PAUSE_MS = 250;

export interface Forecast {
  /** The newest answer for this pack; null before the first, and where it cannot be asked. */
  forecast: PlanForecast | null;
  /** What is wished has changed since. */
  stale: boolean;
}

/** What each of so many people will get. */
export function useForecast(packId: string, wish: SharesWish): Forecast {
  const asked = JSON.stringify(wish);
  const [known, setKnown] = useState<{ packId: string; asked: string; forecast: PlanForecast } | null>(null);

  useEffect(() => {
    let left = false;
    const ask = async () => {
      const path = `/api/packs/${encodeURIComponent(packId)}/forecast`;
      const answer = await post<PlanForecast>(path, JSON.parse(asked));
      if (!left && answer.ok) setKnown({ packId, asked, forecast: answer.value });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [packId, asked]);

  const forecast = known?.packId === packId ? known.forecast : null;
  return { forecast, stale: known?.asked !== asked };
}
