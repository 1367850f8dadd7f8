'use client';

import { useEffect, useState } from 'react';
import { post } from '@/app/account/post';
import type { ShareSummary } from '@/server/protocol/agenda-wish';
import type { Slot } from '@/server/protocol/commands';

/** Milliseconds without a change before it is asked for. */
const PAUSE_MS = 250;

/** What each of so many people will get; null while it is not known, and where it cannot be asked. */
export function useShares(
  packId: string,
  slots: readonly Slot[],
  targetSeconds: number | null,
  people: number,
): ShareSummary[] | null {
  const asked = JSON.stringify({ slots, people, targetSeconds, level: null });
  const [known, setKnown] = useState<{ of: string; shares: ShareSummary[] } | null>(null);

  useEffect(() => {
    let left = false;
    const ask = async () => {
      const path = `/api/packs/${encodeURIComponent(packId)}/shares`;
      const answer = await post<ShareSummary[]>(path, JSON.parse(asked));
      if (!left && answer.ok) setKnown({ of: `${packId} ${asked}`, shares: answer.value });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [packId, asked]);

  return known?.of === `${packId} ${asked}` ? known.shares : null;
}
